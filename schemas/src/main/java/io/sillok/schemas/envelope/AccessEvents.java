package io.sillok.schemas.envelope;

import java.util.Map;

/// Which events make tokens void before their time. Everything needed of them stands in their
/// headers, so that whoever follows them need not decode, or be able to decrypt, what they say.
///
/// @param holders collection of the subjects that tokens are issued for: `users`
/// @param sessions collection of the sessions that tokens are issued in
/// @param keys collection of the API keys
/// @param effects of the types of events, by their released name; all others have none
public record AccessEvents(
        String holders, String sessions, String keys, Map<String, AccessEffect> effects) {

    public AccessEvents {
        effects = Map.copyOf(effects);
    }
}
