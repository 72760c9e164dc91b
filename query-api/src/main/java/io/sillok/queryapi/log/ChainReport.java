package io.sillok.queryapi.log;

import java.util.List;

/// What a verification found.
///
/// @param events how many were looked at
/// @param subjects how many histories they form
/// @param broken how many breaks there are
/// @param breaks the first of them, at most [ChainVerifier#MOST_BREAKS]
public record ChainReport(long events, long subjects, long broken, List<ChainBreak> breaks) {

    public ChainReport {
        breaks = List.copyOf(breaks);
    }

    public boolean isSound() {
        return broken == 0;
    }
}
