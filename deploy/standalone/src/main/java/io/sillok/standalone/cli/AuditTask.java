package io.sillok.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.platform.web.access.Grant;
import io.sillok.schemas.wire.Json;
import io.sillok.standalone.LaunchFailure;
import io.sillok.standalone.home.Running;
import io.sillok.standalone.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `sillok audit`: what stands on the log, one CloudEvent a line.
record AuditTask(Surroundings surroundings) implements Task {

    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    /// The filters, named as the parameters of the API.
    private static final List<Filter> FILTERS =
            List.of(
                    new Filter("subject", "RESOURCE", "only of one resource: materials/0190…"),
                    new Filter("actor", "ID", "only what this user caused"),
                    new Filter(
                            "type",
                            "TYPE",
                            "only of one type: io.sillok.catalog.material-received.v1"),
                    new Filter("from", "TIME", "not before: 2026-01-31T09:00:00Z"),
                    new Filter("to", "TIME", "before"));

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Prints the events on the log as NDJSON, one CloudEvent a line.");
        FILTERS.forEach(filter -> spec.addOption(filter.option()));
        SettingOptions.add(spec, List.of(Setting.DATA));
    }

    @Override
    public int run(ParseResult arguments) throws InterruptedException {
        var settings = SettingOptions.read(arguments, surroundings);
        var running =
                Running.on(settings.data()).orElseThrow(() -> RunningLog.nothingRuns(settings));
        var grant = Grant.administrator("local-admin", VALIDITY);
        var token = Keys.issuer(settings.data()).issue(grant, Instant.now());
        var request =
                HttpRequest.newBuilder(export(running.queryApi(), arguments))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            return print(client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new LaunchFailure(
                    "%s does not answer as it should: is the platform still running?"
                            .formatted(running.queryApi()),
                    e);
        }
    }

    private int print(HttpResponse<InputStream> response) throws IOException {
        try (var body = response.body()) {
            if (response.statusCode() != OK) {
                throw new LaunchFailure(refusal(Json.tree(body.readAllBytes())));
            }
            body.transferTo(surroundings.console().out());
            return 0;
        }
    }

    /// One line of a problem answer.
    private static String refusal(JsonNode problem) {
        var line = new StringJoiner(" ");
        line.add("refused (" + problem.path("code").asText("no code") + "):");
        line.add(problem.path("detail").asText(problem.path("title").asText()));
        problem.path("violations")
                .forEach(
                        violation ->
                                line.add(violation.path("field").asText())
                                        .add(violation.path("message").asText() + "."));
        return line.toString();
    }

    private static URI export(URI queryApi, ParseResult arguments) {
        var query =
                FILTERS.stream()
                        .filter(filter -> arguments.hasMatchedOption(filter.flag()))
                        .map(filter -> filter.parameter(arguments))
                        .collect(Collectors.joining("&"));
        return queryApi.resolve("/api/v1/audit/export" + (query.isEmpty() ? "" : "?" + query));
    }

    private record Filter(String name, String form, String meaning) {

        String flag() {
            return "--" + name;
        }

        OptionSpec option() {
            return OptionSpec.builder(flag())
                    .type(String.class)
                    .paramLabel(form)
                    .description(meaning)
                    .build();
        }

        String parameter(ParseResult arguments) {
            var value = arguments.matchedOptionValue(flag(), "");
            return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
