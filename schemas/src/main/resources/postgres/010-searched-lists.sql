-- Lists that can be searched: the text that is compared is kept beside the row, and the indices that
-- hold a list in an order hold it too, so that a list is looked through without reading its rows.

-- All pieces of words of one, two and three characters. Two, because a Korean word may have no more;
-- three, because few rows hold a piece of three that do not hold the word.
create function ${read_model}.search_pieces(content text) returns text[]
    language sql immutable parallel safe
    return array(
        select substr(word, place, size)
          from string_to_table(content, ' ') as word,
               generate_series(1, length(word)) as place,
               generate_series(1, least(3, length(word) + 1 - place)) as size);

-- For every version of the tables. `folded_short` is the text where it has room in an index.
do $migration$
declare
    rows record;
    index record;
begin
    for rows in
        select tables.tablename as name, searched.view, searched.text,
               'where not ' || searched.gone as kept
          from (values ('items', 'title, description', 'removed'),
                       ('posts', 'title, null', 'retracted'),
                       ('talents', 'name, null', 'withdrawn'),
                       ('materials', 'title, description', 'withdrawn'))
                   as searched (view, text, gone)
          join pg_tables as tables
            on tables.schemaname = '${read_model}'
           and tables.tablename ~ ('^' || searched.view || '_v[0-9]+$')
    loop
        for index in
            select indexname as name from pg_indexes
             where schemaname = '${read_model}' and tablename = rows.name
               and indexdef not like 'CREATE UNIQUE %' and indexdef not like '% (sha256)'
        loop
            execute format('drop index ${read_model}.%I', index.name);
        end loop;
        execute format(
            'alter table ${read_model}.%I
                 add column folded text not null
                     generated always as (${read_model}.search_text(%s)) stored,
                 add column folded_short text
                     generated always as (
                         case when octet_length(${read_model}.search_text(%s)) <= 1000
                              then ${read_model}.search_text(%s) end) stored',
            rows.name, rows.text, rows.text, rows.text);
        for index in
            select wanted.name, wanted.definition
              from (values
                  ('items', 'created', '(created_at desc, id desc) include (folded_short)'),
                  ('items', 'updated', '(updated_at desc, id desc) include (folded_short)'),
                  ('items', 'title', '(title, id) include (folded_short)'),
                  ('items', 'price', '(currency, price, id) include (folded_short)'),
                  ('items', 'currency',
                      '(currency, created_at desc, id desc) include (folded_short)'),
                  ('items', 'owner', '(owner, created_at desc, id desc)'),
                  ('posts', 'created', '(created_at desc, id desc) include (folded_short)'),
                  ('posts', 'updated', '(updated_at desc, id desc) include (folded_short)'),
                  ('posts', 'title', '(title, id) include (folded_short)'),
                  ('posts', 'author', '(author, created_at desc, id desc)'),
                  ('talents', 'created', '(created_at, id) include (folded_short)'),
                  ('talents', 'name', '(name, id) include (folded_short)'),
                  ('talents', 'price', '(price_per_hour, id) include (folded_short)'),
                  ('talents', 'available_created',
                      '(available, created_at, id) include (folded_short)'),
                  ('talents', 'available_name', '(available, name, id) include (folded_short)'),
                  ('talents', 'available_price',
                      '(available, price_per_hour, id) include (folded_short)'),
                  ('materials', 'created', '(created_at desc, id desc) include (folded_short)'),
                  ('materials', 'updated', '(updated_at desc, id desc)'),
                  ('materials', 'title', '(title, id)'),
                  ('materials', 'category', '(category_id, created_at desc, id desc)'),
                  ('materials', 'owner', '(owner, created_at desc, id desc)'),
                  ('materials', 'status', '(status, created_at desc, id desc)')
              ) as wanted (view, name, definition)
             where wanted.view = rows.view
        loop
            execute format(
                'create index %I on ${read_model}.%I %s %s',
                rows.name || '_' || index.name, rows.name, index.definition, rows.kept);
        end loop;
        execute format(
            'create index %I on ${read_model}.%I
                 using gin (${read_model}.search_pieces(folded)) %s',
            rows.name || '_search', rows.name, rows.kept);
    end loop;

    for rows in
        select projection as view, projection || '_v' || version as name
          from ${read_model}.live_projections
         where projection in ('items', 'posts', 'talents', 'materials')
    loop
        execute format(
            'create or replace view ${live}.%I as select * from ${read_model}.%I',
            rows.view, rows.name);
    end loop;
end
$migration$;

drop function ${read_model}.search_grams(text);
