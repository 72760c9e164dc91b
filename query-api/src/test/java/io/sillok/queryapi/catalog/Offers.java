package io.sillok.queryapi.catalog;

import io.sillok.queryapi.stage.Bulk;
import io.sillok.queryapi.stage.Data;
import io.sillok.queryapi.stage.Scale;
import io.sillok.queryapi.stage.Stage;
import java.util.Map;

/// Very many items of five thousand sellers, and posts of one thousand authors. One in fifty is
/// gone, and one in five hundred items has much to say.
final class Offers implements Data {

    private static final String FILL_ITEMS =
            """
            insert into items_v1 (id, version, title, description, price, currency, owner, removed,
                                  created_at, updated_at)
            select md5('item' || n)::uuid, 1,
                   (array['중고', '새', '전시용'])[1 + n % 3] || ' '
                       || (array['노트북', '무선 이어폰', '자전거', '의자', '카메라'])[1 + n % 5]
                       || ' ' || (n::bigint * 7919) % 1000003,
                   case when n % 500 = 7
                        then repeat('설명이 긴 물건입니다. ', 60) || md5(n::text)
                        when n % 3 = 0 then '직거래 ' || md5(n::text) end,
                   1000 + (n::bigint * 7919) % 1000000,
                   case when n % 20 = 0 then 'USD' else 'KRW' end,
                   'seller-' || n % 5000, n % 50 = 0,
                   timestamptz '2025-01-01' + n * interval '1 second',
                   timestamptz '2025-06-01' + (n::bigint * 104729) % 1000000 * interval '1 second'
            from generate_series(1, :count) as n
            """;

    private static final String FILL_POSTS =
            """
            insert into posts_v1 (id, version, title, content, author, retracted, created_at,
                                  updated_at)
            select md5('post' || n)::uuid, 1,
                   (array['출근 후기', '점심 맛집', '여행 일정', '독서 기록'])[1 + n % 4]
                       || ' ' || (n::bigint * 7919) % 1000003,
                   repeat('<p>글 ' || n || '</p>', 20), 'author-' || n % 1000, n % 50 = 0,
                   timestamptz '2025-01-01' + n * interval '1 second',
                   timestamptz '2025-06-01' + (n::bigint * 104729) % 1000000 * interval '1 second'
            from generate_series(1, :count) as n
            """;

    @Override
    public void fill(Scale scale, Stage stage) {
        try (Bulk bulk = Bulk.on(stage.settings().postgres())) {
            bulk.fill("items_v1", FILL_ITEMS, Map.of("count", scale.items()));
            bulk.fill("posts_v1", FILL_POSTS, Map.of("count", scale.posts()));
        }
    }

    @Override
    public void empty(Stage stage) {
        try (Bulk bulk = Bulk.on(stage.settings().postgres())) {
            bulk.empty("items_v1");
            bulk.empty("posts_v1");
        }
    }
}
