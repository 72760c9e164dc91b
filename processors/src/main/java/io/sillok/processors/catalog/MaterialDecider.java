package io.sillok.processors.catalog;

import io.sillok.processors.engine.Decider;
import io.sillok.processors.engine.Decision;
import io.sillok.processors.engine.References;
import io.sillok.schemas.catalog.CategoryId;
import io.sillok.schemas.catalog.Material;
import io.sillok.schemas.catalog.MaterialCommand;
import io.sillok.schemas.catalog.MaterialCommand.BeginScan;
import io.sillok.schemas.catalog.MaterialCommand.ConcludeScan;
import io.sillok.schemas.catalog.MaterialCommand.Edit;
import io.sillok.schemas.catalog.MaterialCommand.Forget;
import io.sillok.schemas.catalog.MaterialCommand.Receive;
import io.sillok.schemas.catalog.MaterialCommand.Withdraw;
import io.sillok.schemas.catalog.MaterialEvent;
import io.sillok.schemas.catalog.MaterialId;
import io.sillok.schemas.catalog.MaterialResource;
import io.sillok.schemas.catalog.MaterialStatus;
import io.sillok.schemas.catalog.Sha256;
import io.sillok.schemas.catalog.Verdict;
import io.sillok.schemas.envelope.Actor;
import io.sillok.schemas.envelope.CommandEnvelope;
import io.sillok.schemas.envelope.EventEnvelope;
import io.sillok.schemas.envelope.Subject;
import io.sillok.schemas.problems.ErrorCode;
import java.util.List;
import java.util.Optional;

/// The rules of learning materials: anyone may bring one, its owner and curators may change it,
/// only the scanner may say what its file holds, and a verdict is final.
final class MaterialDecider implements Decider<MaterialCommand, MaterialState, MaterialEvent> {

    private static final int TITLE_LENGTH = 200;
    private static final int DESCRIPTION_LENGTH = 2_000;

    @Override
    public Class<MaterialCommand> commands() {
        return MaterialCommand.class;
    }

    @Override
    public Class<MaterialState> states() {
        return MaterialState.class;
    }

    @Override
    public Class<MaterialEvent> events() {
        return MaterialEvent.class;
    }

    @Override
    public MaterialState initial() {
        return MaterialState.NONE;
    }

    @Override
    public Decision<MaterialEvent> decide(
            MaterialState state, CommandEnvelope<MaterialCommand> command, References references) {
        Actor actor = command.actor();
        return switch (command.command()) {
            case Receive receive -> receive(state, receive, actor, references);
            case Edit edit -> edit(state, edit, actor, references);
            case Withdraw(var id) -> withdraw(state, id, actor);
            case Forget(var id) -> forget(state, id, actor);
            case BeginScan(var id, var bytes) -> beginScan(state, id, bytes, actor);
            case ConcludeScan(var id, var bytes, var verdict) ->
                    concludeScan(state, id, bytes, verdict, actor, references);
        };
    }

    @Override
    public MaterialState evolve(MaterialState state, EventEnvelope<MaterialEvent> event) {
        return new MaterialState(Optional.of(Material.evolve(state.material(), event)));
    }

    @Override
    public Subject subject(MaterialEvent event) {
        return event.material().subject();
    }

    @Override
    public List<String> required(MaterialCommand command) {
        return switch (command) {
            case Receive receive -> reference(receive.category());
            case Edit edit -> reference(edit.category());
            case Withdraw _, Forget _, BeginScan _, ConcludeScan _ -> List.of();
        };
    }

    @Override
    public Optional<Object> represent(MaterialState state, Subject subject) {
        return state.material().map(MaterialResource::of);
    }

    private static Decision<MaterialEvent> receive(
            MaterialState state, Receive command, Actor actor, References references) {
        if (state.material().isPresent()) {
            return Decision.reject(
                    ErrorCode.E4008, "material-exists", "There is a material with this id.");
        }
        return refuseText(command.title(), command.description(), command.category(), references)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new MaterialEvent.Received(
                                                command.material(),
                                                command.title(),
                                                command.description(),
                                                command.category(),
                                                command.file(),
                                                actor.id())));
    }

    private static Decision<MaterialEvent> edit(
            MaterialState state, Edit command, Actor actor, References references) {
        return refuseWriter(state, actor)
                .or(
                        () ->
                                refuseText(
                                        command.title(),
                                        command.description(),
                                        command.category(),
                                        references))
                .orElseGet(() -> edited(state.inLibrary().orElseThrow(), command));
    }

    private static Decision<MaterialEvent> edited(Material material, Edit command) {
        boolean same =
                material.title().equals(command.title())
                        && material.description().equals(command.description())
                        && material.category().equals(command.category());
        if (same) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new MaterialEvent.Edited(
                        command.material(),
                        command.title(),
                        command.description(),
                        command.category()));
    }

    private static Decision<MaterialEvent> withdraw(
            MaterialState state, MaterialId id, Actor actor) {
        return refuseWriter(state, actor)
                .orElseGet(() -> Decision.accept(new MaterialEvent.Withdrawn(id)));
    }

    private static Decision<MaterialEvent> forget(MaterialState state, MaterialId id, Actor actor) {
        if (!actor.isSystem()) {
            return Decision.reject(
                    ErrorCode.E4005, "system-required", "Only the platform may do this.");
        }
        if (state.material().isEmpty()) {
            return Decision.reject(
                    ErrorCode.E4007, "material-not-found", "There is no such material.");
        }
        return state.isForgotten()
                ? Decision.unchanged()
                : Decision.accept(new MaterialEvent.Forgotten(id));
    }

    private static Decision<MaterialEvent> beginScan(
            MaterialState state, MaterialId id, Sha256 bytes, Actor actor) {
        return refuseScanner(state, bytes, actor)
                .orElseGet(
                        () ->
                                isIn(state, MaterialStatus.RECEIVED) && !state.isForgotten()
                                        ? Decision.accept(new MaterialEvent.ScanBegun(id))
                                        : Decision.unchanged());
    }

    private static Decision<MaterialEvent> concludeScan(
            MaterialState state,
            MaterialId id,
            Sha256 bytes,
            Verdict verdict,
            Actor actor,
            References references) {
        return refuseScanner(state, bytes, actor)
                .orElseGet(
                        () ->
                                state.isForgotten()
                                                || state.material()
                                                        .orElseThrow()
                                                        .status()
                                                        .isVerdict()
                                        ? Decision.unchanged()
                                        : Decision.accept(
                                                concluded(id, bytes, verdict, references)));
    }

    private static MaterialEvent concluded(
            MaterialId id, Sha256 bytes, Verdict verdict, References references) {
        return switch (verdict) {
            case Verdict.Clean(var extract) ->
                    new MaterialEvent.Cleared(id, extract, original(id, bytes, references));
            case Verdict.Infected(var signature) -> new MaterialEvent.FoundInfected(id, signature);
            case Verdict.Unscannable(var reason) -> new MaterialEvent.FoundUnscannable(id, reason);
            case Verdict.Failed(var reason) -> new MaterialEvent.ScanFailed(id, reason);
        };
    }

    private static Optional<MaterialId> original(
            MaterialId id, Sha256 bytes, References references) {
        return references
                .find(CatalogReferences.blob(bytes))
                .map(MaterialId::parse)
                .filter(first -> !first.equals(id))
                .filter(first -> !references.has(CatalogReferences.withdrawn(first)));
    }

    private static Optional<Decision<MaterialEvent>> refuseText(
            String title,
            Optional<String> description,
            Optional<CategoryId> category,
            References references) {
        if (!TextLength.within(title, 1, TITLE_LENGTH)) {
            return refuse(ErrorCode.E4001, "title-length", "A title has 1 to 200 characters.");
        }
        if (description
                .filter(text -> !TextLength.within(text, 0, DESCRIPTION_LENGTH))
                .isPresent()) {
            return refuse(
                    ErrorCode.E4001,
                    "description-length",
                    "A description has at most 2,000 characters.");
        }
        if (!reference(category).stream().allMatch(references::has)) {
            return refuse(
                    ErrorCode.E4008, "category-not-found", "There is no such category in use.");
        }
        return Optional.empty();
    }

    private static Optional<Decision<MaterialEvent>> refuseWriter(
            MaterialState state, Actor actor) {
        Optional<Material> material = state.inLibrary();
        if (material.isEmpty()) {
            return refuse(ErrorCode.E4007, "material-not-found", "There is no such material.");
        }
        if (!actor.curates() && !material.get().owner().equals(actor.id())) {
            return refuse(
                    ErrorCode.E4005,
                    "owner-required",
                    "Only its owner, an editor or an admin may do this.");
        }
        return Optional.empty();
    }

    private static Optional<Decision<MaterialEvent>> refuseScanner(
            MaterialState state, Sha256 bytes, Actor actor) {
        if (!actor.isSystem()) {
            return refuse(ErrorCode.E4005, "scanner-required", "Only the scanner may do this.");
        }
        boolean same =
                state.material().filter(found -> found.file().sha256().equals(bytes)).isPresent();
        return same
                ? Optional.empty()
                : refuse(ErrorCode.E4007, "material-not-found", "There is no such material.");
    }

    private static boolean isIn(MaterialState state, MaterialStatus status) {
        return state.material().filter(found -> found.status() == status).isPresent();
    }

    private static List<String> reference(Optional<CategoryId> category) {
        return category.map(CatalogReferences::category).map(List::of).orElse(List.of());
    }

    private static Optional<Decision<MaterialEvent>> refuse(
            ErrorCode code, String reason, String detail) {
        return Optional.of(Decision.reject(code, reason, detail));
    }
}
