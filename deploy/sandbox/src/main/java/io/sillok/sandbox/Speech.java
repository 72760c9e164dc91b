package io.sillok.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// The giving of one answer, token by token, by the clock. Used by one thread.
final class Speech {

    /// Longer than anybody waits.
    static final Duration LONG = Duration.ofMinutes(10);

    private final HttpExchange exchange;
    private final ChatRequest request;
    private final Switches switches;
    private final Calls calls;
    private final List<String> tokens;
    private final String finish;
    private final Wire wire;
    private final long begin = System.nanoTime();

    Speech(HttpExchange exchange, ChatRequest request, Switches switches, Calls calls) {
        this.exchange = exchange;
        this.request = request;
        this.switches = switches;
        this.calls = calls;
        List<String> all =
                switches.fault() instanceof Fault.Empty
                        ? List.of()
                        : Templates.answer(request, switches.tokens());
        OptionalInt most = request.mostTokens();
        boolean isTooLong = most.isPresent() && most.getAsInt() < all.size();
        this.tokens = isTooLong ? all.subList(0, most.getAsInt()) : all;
        this.finish = isTooLong ? "length" : "stop";
        this.wire = new Wire("chatcmpl-" + Integer.toHexString(all.hashCode()));
    }

    void give() throws IOException {
        if (request.streamed()) {
            stream();
        } else {
            pause(tokens.size());
            Replies.json(exchange, 200, wire.whole(String.join("", tokens), finish, usage()));
        }
        calls.answer();
    }

    private void stream() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        send(out, wire.opening());
        for (int index = 0; index < tokens.size(); index++) {
            pause(index);
            disturb(out, index);
            send(out, wire.token(tokens.get(index)));
        }
        disturb(out, tokens.size());
        send(out, wire.end(finish));
        if (request.usageWanted()) {
            send(out, wire.usage(usage()));
        }
        send(out, Wire.done());
        exchange.close();
    }

    /// @throws IOException to cut the connection; the server closes it without an end
    private void disturb(OutputStream out, int said) throws IOException {
        switch (switches.fault()) {
            case Fault.Garbage _ -> send(out, "data: {\"choices\": [{\"delta\": \n\n");
            case Fault.Stall(int after) when said >= after -> rest(LONG);
            case Fault.Cut(int after) when said >= after -> throw new IOException("cut on purpose");
            case Fault.None _,
                    Fault.Limited _,
                    Fault.Broken _,
                    Fault.Empty _,
                    Fault.Silent _,
                    Fault.Stall _,
                    Fault.Cut _ -> {}
        }
    }

    private void send(OutputStream out, String frame) throws IOException {
        try {
            out.write(frame.getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            calls.abandon();
            throw e;
        }
    }

    /// Until the token is due: pauses do not add up when the machine is busy.
    private void pause(int index) throws IOException {
        Duration due = switches.first().plus(switches.each().multipliedBy(index));
        rest(due.minusNanos(System.nanoTime() - begin));
    }

    static void rest(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the sandbox model is closed", e);
        }
    }

    private Wire.Usage usage() {
        int prompt = request.messages().stream().mapToInt(each -> Tokens.of(each).size()).sum();
        return new Wire.Usage(prompt, tokens.size());
    }
}
