package io.sillok.queryapi.operations;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sillok.queryapi.log.ChainVerifier;
import io.sillok.queryapi.stage.Client;
import io.sillok.queryapi.stage.Client.Answer;
import io.sillok.queryapi.stage.Draft;
import io.sillok.queryapi.stage.Library;
import io.sillok.queryapi.stage.Stage;
import io.sillok.queryapi.stage.StageExtension;
import io.sillok.queryapi.stage.Told;
import io.sillok.schemas.catalog.Category;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.envelope.Ids;
import io.sillok.schemas.topics.Topics;
import io.sillok.schemas.wire.Headers;
import io.sillok.schemas.wire.Json;
import io.sillok.schemas.wire.WireRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StageExtension.class)
final class OperationsIT {

    private final Stage stage;
    private final Library library;
    private final Client auditor;
    private final Client reader;

    OperationsIT(Stage stage) {
        this.stage = stage;
        library = stage.library();
        auditor = stage.auditor();
        reader = stage.user("rita");
    }

    @Nested
    class Commands {

        private static final String INSERT =
                """
                insert into commands_v1 (
                    id, type, subject, actor, outcome, version, problem, representation, taken_at,
                    settled_at)
                values (
                    :id, 'io.sillok.catalog.create-category.v1', :subject, 'rita', :outcome,
                    :version, :problem::jsonb, :representation::jsonb, :taken, :settled)
                """;

        private final UUID id = Ids.timeOrdered(Instant.now());
        private final String path = "/commands/" + id;

        @Test
        void areShownToTheirSenderAndAdministratorsOnly() {
            insert("pending", Optional.empty(), Optional.empty());
            assertThat(reader.get(path).json().path("status").asText()).isEqualTo("pending");
            assertThat(reader.get(path).json().has("settled_at")).isFalse();
            assertThat(stage.user("other").get(path).problem())
                    .isEqualTo("E4007 command-not-found");
            assertThat(stage.editor().get(path).status()).isEqualTo(404);
            assertThat(stage.administrator().get(path).status()).isEqualTo(200);
        }

        @Test
        void sayWhatBecameOfThem() {
            insert("accepted", Optional.empty(), Optional.of("{\"name\":\"가\"}"));
            JsonNode command = reader.get(path).json();
            assertThat(command.path("id").asText()).isEqualTo(id.toString());
            assertThat(command.path("resource").asText()).isEqualTo("categories/" + id);
            assertThat(command.path("version").asLong()).isOne();
            assertThat(command.at("/result/name").asText()).isEqualTo("가");
            assertThat(command.path("settled_at").asText()).isEqualTo("2026-03-01T09:00:01Z");
        }

        @Test
        void sayWhyTheyWereRefused() {
            insert(
                    "rejected",
                    Optional.of(
                            "{\"code\":\"E4008\",\"reason\":\"name-taken\",\"detail\":\"d\","
                                    + "\"violations\":[]}"),
                    Optional.empty());
            JsonNode command = reader.get(path).json();
            assertThat(command.at("/problem/reason").asText()).isEqualTo("name-taken");
            assertThat(command.path("status").asText()).isEqualTo("rejected");
        }

        private void insert(
                String outcome, Optional<String> problem, Optional<String> representation) {
            Instant taken = Instant.parse("2026-03-01T09:00:00Z");
            boolean pending = outcome.equals("pending");
            var values = new HashMap<String, Object>();
            values.put("id", id);
            values.put("subject", "categories/" + id);
            values.put("outcome", outcome);
            values.put("version", pending ? Optional.<Long>empty() : Optional.of(1L));
            values.put("problem", problem);
            values.put("representation", representation);
            values.put("taken", taken);
            values.put(
                    "settled",
                    pending ? Optional.<Instant>empty() : Optional.of(taken.plusSeconds(1)));
            library.projector().sql(INSERT, values);
        }
    }

    @Nested
    class Audit {

        @Test
        void isForAuditorsAndAdministrators() {
            assertThat(reader.get("/audit").problem()).isEqualTo("E4005 scope-missing");
            assertThat(reader.get("/audit/export").status()).isEqualTo(403);
            assertThat(stage.editor().get("/audit").status()).isEqualTo(403);
            assertThat(auditor.get("/audit", "limit", "1").status()).isEqualTo(200);
            assertThat(stage.administrator().get("/audit", "limit", "1").status()).isEqualTo(200);
        }

        @Test
        void showsTheHistoryOfASubjectAsItIsStored() {
            Category category = library.category("감사 " + UUID.randomUUID());
            library.category("다른 것 " + UUID.randomUUID());
            library.tell(category.id(), new CategoryEvent.Renamed(category.id(), "새 이름"));
            Answer answer = auditor.get("/audit", "subject", category.id().subject().toString());
            assertThat(answer.items("sequence")).containsExactly("1", "2");
            JsonNode event = answer.json().at("/items/1");
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("type").asText())
                    .isEqualTo("io.sillok.catalog.category-renamed.v1");
            assertThat(event.path("actor").asText()).isEqualTo("edith");
            assertThat(event.path("chain").asText()).hasSize(64);
            assertThat(event.at("/data/name").asText()).isEqualTo("새 이름");
            assertThat(event.has("partition")).isTrue();
            assertThat(event.path("offset").asLong()).isEqualTo(library.ledger().newest().offset());
            assertThat(answer.json().path("has_next").asBoolean()).isFalse();
        }

        @Test
        void isFollowedByCursorAndGoesOnLater() {
            Material material = library.received(Draft.titled("쪽"));
            var id = material.id();
            library.tell(id, new MaterialEvent.ScanBegun(id));
            library.tell(id, new MaterialEvent.ScanFailed(id, "gave-up"));
            String subject = id.subject().toString();
            Answer first = auditor.get("/audit", "subject", subject, "limit", "2");
            assertThat(first.items("sequence")).containsExactly("1", "2");
            assertThat(first.json().path("has_next").asBoolean()).isTrue();
            Answer second = next(subject, first);
            assertThat(second.items("sequence")).containsExactly("3");
            assertThat(second.json().path("has_next").asBoolean()).isFalse();
            library.tell(id, new MaterialEvent.Withdrawn(id));
            assertThat(next(subject, second).items("sequence")).containsExactly("4");
        }

        @Test
        void filtersByTypeActorAndTime() {
            Category category = library.category("거르기 " + UUID.randomUUID());
            String subject = category.id().subject().toString();
            Instant created = category.createdAt();
            library.tell(category.id(), new CategoryEvent.Archived(category.id()));
            String type = "io.sillok.catalog.category-archived.v1";
            assertThat(audit(subject, "type", type)).containsExactly("2");
            assertThat(audit(subject, "actor", "olga")).isEmpty();
            assertThat(audit(subject, "from", created.toString())).containsExactly("1", "2");
            assertThat(audit(subject, "from", created.plusNanos(1000).toString()))
                    .containsExactly("2");
            assertThat(audit(subject, "to", created.plusNanos(1000).toString()))
                    .containsExactly("1");
        }

        @Test
        void exportsEverythingInTheOrderOfEachSubject() {
            library.material(Draft.titled("수출 하나"));
            library.category("수출 둘 " + UUID.randomUUID());
            library.ledger().append(Topics.CATALOG_EVENTS, Told.settlement());
            Answer answer = auditor.get("/audit/export");
            assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
            List<JsonNode> events = lines(answer);
            Map<String, List<Long>> sequences =
                    events.stream()
                            .collect(
                                    toMap(
                                            e -> e.path("subject").asText(),
                                            e -> List.of(e.path("sequence").asLong()),
                                            (a, b) -> {
                                                List<Long> both = new ArrayList<>(a);
                                                both.addAll(b);
                                                return both;
                                            }));
            assertThat(sequences).hasSizeGreaterThan(1);
            assertThat(sequences.values())
                    .allSatisfy(
                            list -> {
                                for (int i = 0; i < list.size(); i++) {
                                    assertThat(list.get(i)).isEqualTo(i + 1L);
                                }
                            });
            assertThat(lines(auditor.get("/audit/export", "include", "settlements")))
                    .hasSizeGreaterThan(events.size());
        }

        @Test
        void answersHeadWithoutReading() {
            for (int i = 0; i < 20; i++) {
                assertThat(auditor.head("/audit/export").status()).isEqualTo(200);
            }
            assertThat(auditor.get("/audit", "limit", "1").status()).isEqualTo(200);
        }

        private Answer next(String subject, Answer before) {
            return auditor.get(
                    "/audit", "subject", subject, "cursor", before.cursor().orElseThrow());
        }

        private List<String> audit(String subject, String parameter, String value) {
            return auditor.get("/audit", "subject", subject, parameter, value).items("sequence");
        }

        private static List<JsonNode> lines(Answer answer) {
            return answer.text()
                    .lines()
                    .map(
                            line -> {
                                try {
                                    return Json.tree(line.getBytes(StandardCharsets.UTF_8));
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .toList();
        }
    }

    @Nested
    class Verification {

        @Test
        void acceptsTheLogAndFindsForgeries() {
            Material material = library.material(Draft.titled("사슬"));
            long before = ChainVerifier.verify(stage.settings().kafka()).broken();
            library.ledger().append(Topics.CATALOG_EVENTS, forged(material));
            var report = ChainVerifier.verify(stage.settings().kafka());
            assertThat(report.broken()).isEqualTo(before + 1);
            assertThat(report.breaks().getLast().subject())
                    .isEqualTo(material.id().subject().toString());
        }

        private WireRecord forged(Material material) {
            var headers = new HashMap<>(Told.twoCategories().getFirst().headers());
            headers.put(Headers.SUBJECT, material.id().subject().toString());
            headers.put(Headers.SEQUENCE, "3");
            return new WireRecord(
                    material.id().subject().toString(),
                    headers,
                    "{}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
