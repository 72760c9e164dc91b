package io.sillok.processors.engine;

import io.sillok.processors.engine.claims.Claim;
import io.sillok.schemas.catalog.CategoryCommand;
import io.sillok.schemas.catalog.CategoryEvent;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.claims.ClaimKind;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The smallest decider that can do everything the engine cares about: each category is its own
/// boundary and has a name. Names with a meaning of their own:
/// - `throws`: deciding throws; `breaks`: folding the event throws; `huge`: the event is too large
/// - `only a b`: nobody else may have `a` or `b`; the claims are refused as `a-taken`, `b-taken`
/// - `two`: two events; `like <other>`: refers to the category that has the name `<other>`
final class NamingDecider implements Decider<CategoryCommand, NamingDecider.Name, CategoryEvent> {

    static final ClaimKind WORD = new ClaimKind("word");

    private static final Pattern LIKE = Pattern.compile("like (.+)");
    private static final Pattern ONLY = Pattern.compile("only (.+)");

    /// What a category is called.
    record Name(Optional<String> text) {}

    /// What is noted about a name in use.
    static String reference(String name) {
        return "names/" + name;
    }

    /// Who had a name first.
    static String firstReference(String name) {
        return "first/" + name;
    }

    /// Notes which names are in use.
    static List<ReferenceIndex.Change> changes(EventEnvelope<Object> event) {
        return switch (event.event()) {
            case CategoryEvent.Created(var id, var name) ->
                    List.of(
                            ReferenceIndex.Change.note(reference(name), id.toString()),
                            ReferenceIndex.Change.noteFirst(firstReference(name), id.toString()));
            case CategoryEvent.Archived(_) -> throw new IllegalStateException("not indexed");
            default -> List.of();
        };
    }

    @Override
    public Class<CategoryCommand> commands() {
        return CategoryCommand.class;
    }

    @Override
    public Class<Name> states() {
        return Name.class;
    }

    @Override
    public Class<CategoryEvent> events() {
        return CategoryEvent.class;
    }

    @Override
    public Name initial() {
        return new Name(Optional.empty());
    }

    @Override
    public Decision<CategoryEvent> decide(
            Name state, CommandEnvelope<CategoryCommand> command, References references) {
        return switch (command.command()) {
            case CategoryCommand.Create(var id, var name) -> create(state, id, name, references);
            case CategoryCommand.Rename(var id, var name) -> rename(state, id, name, references);
            case CategoryCommand.Archive(var id) -> Decision.accept(new CategoryEvent.Archived(id));
        };
    }

    @Override
    public Name evolve(Name state, EventEnvelope<CategoryEvent> event) {
        return switch (event.event()) {
            case CategoryEvent.Created(_, var name) -> new Name(Optional.of(name));
            case CategoryEvent.Renamed(_, var name) -> {
                if (name.equals("breaks")) {
                    throw new IllegalStateException("it breaks");
                }
                yield new Name(Optional.of(name));
            }
            case CategoryEvent.Archived(_) -> state;
        };
    }

    @Override
    public Subject subject(CategoryEvent event) {
        return event.category().subject();
    }

    @Override
    public List<String> required(CategoryCommand command) {
        return switch (command) {
            case CategoryCommand.Create(_, var name) -> referred(name);
            case CategoryCommand.Rename(_, var name) -> referred(name);
            case CategoryCommand.Archive(_) -> List.of();
        };
    }

    @Override
    public List<Claim> claims(Name state) {
        return state.text().stream()
                .flatMap(text -> ONLY.matcher(text).results())
                .flatMap(found -> Stream.of(found.group(1).split(" ", -1)))
                .map(NamingDecider::word)
                .toList();
    }

    static Claim word(String word) {
        String reason = word.toLowerCase(Locale.ROOT) + "-taken";
        return Claim.ofName(WORD, word, Problem.of(ErrorCode.E4008, reason, "It is taken."));
    }

    @Override
    public Optional<Object> represent(Name state, Subject subject) {
        return state.text().map(text -> Map.of("id", subject.id(), "name", text));
    }

    private static Decision<CategoryEvent> create(
            Name state, CategoryId id, String name, References references) {
        if (state.text().isPresent()) {
            return Decision.reject(ErrorCode.E4008, "exists", "It exists.");
        }
        return named(new CategoryEvent.Created(id, name), name, references);
    }

    private static Decision<CategoryEvent> rename(
            Name state, CategoryId id, String name, References references) {
        if (state.text().isEmpty()) {
            return Decision.reject(ErrorCode.E4007, "not-found", "There is no such category.");
        }
        if (state.text().get().equals(name)) {
            return Decision.unchanged();
        }
        return switch (name) {
            case "throws" -> throw new IllegalStateException("it throws");
            case "huge" -> Decision.accept(new CategoryEvent.Renamed(id, "x".repeat(2_000_000)));
            case "two" ->
                    new Decision.Accepted<>(
                            List.of(
                                    new CategoryEvent.Renamed(id, "one"),
                                    new CategoryEvent.Renamed(id, "two")));
            default -> named(new CategoryEvent.Renamed(id, name), name, references);
        };
    }

    private static Decision<CategoryEvent> named(
            CategoryEvent event, String name, References references) {
        return referred(name).stream().allMatch(references::has)
                ? Decision.accept(event)
                : Decision.reject(ErrorCode.E4008, "unknown-name", "Nothing has this name.");
    }

    private static List<String> referred(String name) {
        return LIKE.matcher(name).results().map(found -> reference(found.group(1))).toList();
    }
}
