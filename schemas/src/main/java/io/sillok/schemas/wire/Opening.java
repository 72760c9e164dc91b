package io.sillok.schemas.wire;

import io.sillok.schemas.personal.PersonKeys;
import io.sillok.schemas.personal.SealedText;
import io.sillok.schemas.personal.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One reading of something with personal components, the counterpart of [Sealing]. Not
/// thread-safe; used once.
final class Opening {

    private final PersonKeys keys;
    private final String place;
    private final Deque<Set<UserId>> persons = new ArrayDeque<>();
    private boolean redacted;

    /// @param place as it was encrypted for
    Opening(PersonKeys keys, String place) {
        this.keys = keys;
        this.place = place;
    }

    /// True when something that was read could not be, because its key is destroyed.
    boolean redacted() {
        return redacted;
    }

    /// Opens a text.
    ///
    /// @param component its name in JSON
    Opened open(String text, String component) {
        if (text.equals(SealedText.ERASED)) {
            redacted = true;
            return new Opened.Redacted();
        }
        Optional<SealedText> sealed = SealedText.parse(text);
        return sealed.isEmpty() ? new Opened.Refused() : open(sealed.get(), component);
    }

    private Opened open(SealedText sealed, String component) {
        return switch (keys.find(sealed.person(), sealed.keyId())) {
            case PersonKeys.Found.Withheld _ -> new Opened.Withheld();
            case PersonKeys.Found.Unknown _ -> new Opened.Keyless(sealed.keyId());
            case PersonKeys.Found.Destroyed _ -> {
                redacted = true;
                yield new Opened.Redacted();
            }
            case PersonKeys.Found.Key(var key) ->
                    key.decrypt(
                                    sealed.encrypted(),
                                    Sealing.context(sealed.person(), place, component))
                            .<Opened>map(json -> plain(sealed.person(), json))
                            .orElseGet(Opened.Refused::new);
        };
    }

    private Opened plain(UserId person, byte[] json) {
        if (!persons.isEmpty()) {
            persons.element().add(person);
        }
        return new Opened.Plain(person, json);
    }

    /// A record that is about a person begins.
    void begin() {
        persons.push(new HashSet<>());
    }

    /// It ends.
    ///
    /// @return whether everything opened in it was of the person it is about
    boolean end(UserId person) {
        return Set.of(person).containsAll(persons.pop());
    }
}
