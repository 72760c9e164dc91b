-- The role of the command API. It reads the credential directory and the keys of persons, and can
-- do nothing else; nobody logs in as it. Whoever runs the migrations becomes a member of it; another
-- user that the command API connects as must be made one.
do $$
begin
    if not exists (select from pg_roles where rolname = '${directory}') then
        create role ${directory} nologin;
    end if;
end
$$;

grant ${directory} to current_user;
grant usage on schema ${live}, ${read_model}, ${vault} to ${directory};
grant select on ${live}.credentials, ${live}.api_keys to ${directory};
grant select on ${vault}.person_keys to ${directory};
