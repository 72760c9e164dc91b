package io.sillok.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/// `POST /v1/chat/completions`.
record ChatHandler(SwitchBoard board, Calls calls) implements HttpHandler {

    private static final String SWITCHED = Wire.MODEL + ":";
    private static final String NOT_THE_PROTOCOL = "<html><body>It works!</body></html>";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            ChatRequest request = ChatRequest.of(SandboxJson.read(exchange.getRequestBody()));
            Switches switches = board.take();
            Optional<Switches> chosen = chosen(request.model(), switches);
            if (chosen.isPresent()) {
                calls.begin();
                answer(exchange, request, chosen.get());
            } else {
                Replies.refuse(exchange, Refusal.unknownModel());
            }
        } catch (ChatRequest.Malformed | IllegalArgumentException e) {
            Replies.refuse(exchange, Refusal.malformed(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Switches> chosen(String model, Switches set) {
        if (model.equals(Wire.MODEL)) {
            return Optional.of(set);
        }
        return model.startsWith(SWITCHED)
                ? Optional.of(set.with(model.substring(SWITCHED.length())))
                : Optional.empty();
    }

    private void answer(HttpExchange exchange, ChatRequest request, Switches switches)
            throws IOException {
        switch (switches.fault()) {
            case Fault.Limited(int retryAfter) ->
                    Replies.refuse(exchange, Refusal.limited(retryAfter));
            case Fault.Broken _ -> Replies.refuse(exchange, Refusal.broken());
            case Fault.Garbage _ when !request.streamed() ->
                    Replies.text(exchange, "text/html", NOT_THE_PROTOCOL);
            case Fault.Silent _ -> Speech.rest(Speech.LONG);
            case Fault.None _, Fault.Garbage _, Fault.Empty _, Fault.Stall _, Fault.Cut _ ->
                    new Speech(exchange, request, switches, calls).give();
        }
    }
}
