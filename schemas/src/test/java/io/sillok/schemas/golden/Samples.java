package io.sillok.schemas.golden;

import java.util.List;
import java.util.stream.Stream;

/// All samples, newest versions only: what this code must write today.
final class Samples {

    static final List<Sample> ALL =
            Stream.of(
                            CategorySamples.all(),
                            MaterialCommandSamples.all(),
                            MaterialEventSamples.all(),
                            TalentSamples.all(),
                            BookingSamples.all(),
                            ItemSamples.all(),
                            PostSamples.all(),
                            ClaimSamples.all(),
                            UserSamples.all(),
                            SessionSamples.all(),
                            ApiKeySamples.all(),
                            ErasureSamples.all(),
                            GenerationSamples.all(),
                            AccountSamples.all(),
                            OperationsSamples.all())
                    .flatMap(List::stream)
                    .toList();

    private Samples() {}
}
