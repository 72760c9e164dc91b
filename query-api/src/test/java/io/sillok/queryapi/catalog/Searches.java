package io.sillok.queryapi.catalog;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Makes up what may be asked of the list of items: words that many, few or no items have, alone
/// and together with filters, in every order.
record Searches(Random random) {

    private static final List<String> WORDS =
            List.of(
                    "이어폰",
                    "노트북",
                    "무선 이어폰",
                    "무선 노트북",
                    "중고",
                    "전시용 카메라",
                    "새",
                    "어폰",
                    "트",
                    "e",
                    "0",
                    "직거래",
                    "직거래 의자 7",
                    "물건입니다",
                    "긴 노트북",
                    "없는말",
                    "%",
                    "_",
                    "1_2",
                    "ｅ ７");

    private static final List<Map<String, String>> FILTERS =
            List.of(
                    Map.of(),
                    Map.of(),
                    Map.of("owner", "seller-42"),
                    Map.of("currency", "USD"),
                    Map.of("min_price", "1000", "max_price", "9000"),
                    Map.of("min_price", "500000"),
                    Map.of("from", "2025-01-01T10:00:00Z", "to", "2025-01-01T11:00:00Z"),
                    Map.of("from", "2025-01-01T20:00:00Z"));

    Map<String, String> next() {
        Map<String, String> asked = new TreeMap<>(oneOf(FILTERS));
        asked.put("search", words());
        asked.put("sort", oneOf(ItemQueries.ORDERS.words()));
        asked.put("size", "" + (1 + random.nextInt(100)));
        if (random.nextInt(4) == 0) {
            asked.put("page", "" + (1 + random.nextInt(9)));
        }
        return asked;
    }

    /// Words, or digits of numbers and names of which fewer have them the more there are.
    private String words() {
        return switch (random.nextInt(4)) {
            case 0 -> "" + random.nextInt(10_000);
            case 1 -> oneOf(WORDS) + " " + random.nextInt(1_000);
            case 2 -> Integer.toHexString(random.nextInt(0x10000));
            default -> oneOf(WORDS);
        };
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
