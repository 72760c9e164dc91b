package io.sillok.standalone.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that can be set. Each has one name in three spellings: `--port-kafka` on the command
/// line, `SILLOK_PORT_KAFKA` in the environment, `port-kafka` in `sillok.properties` of the data
/// folder. The first one given, in this order, counts.
public enum Setting {
    DATA("PATH", ".sillok", "Folder with everything the platform keeps"),
    NAMESPACE("NAME", "sillok", "Prefix of every name in the engines, so that platforms can share"),

    PORT_COMMAND_API("PORT", "8080", "Where commands are taken (0: any free port, also below)"),
    PORT_QUERY_API("PORT", "8081", "Where questions are answered"),
    PORT_KAFKA("PORT", "19092", "Of the Kafka started here"),
    PORT_POSTGRES("PORT", "15432", "Of the PostgreSQL started here"),
    PORT_OPENSEARCH("PORT", "19200", "Of the OpenSearch started here"),

    MEMORY_KAFKA("MB", "512", "Heap of the Kafka started here"),
    MEMORY_POSTGRES("MB", "64", "Shared buffers of the PostgreSQL started here"),
    MEMORY_OPENSEARCH("MB", "512", "Heap of the OpenSearch started here"),

    KAFKA("HOST:PORT", "", "Kafka to use instead of starting one (several: comma-separated)"),
    KAFKA_PROPERTIES("PATH", "", "Further properties of every Kafka client, such as TLS and SASL"),
    KAFKA_REPLICATION("COUNT", "1", "Copies of every partition; 3 in a cluster"),
    KAFKA_PARTITIONS("COUNT", "12", "Partitions of every topic but those of work, for ever"),
    POSTGRES(
            "URL",
            "",
            "PostgreSQL to use instead of starting one: jdbc:postgresql://host/database"),
    POSTGRES_USER("NAME", "sillok", "User of the PostgreSQL given"),
    POSTGRES_PASSWORD("SECRET", "", "Password of that user"),
    OPENSEARCH("URL", "", "OpenSearch (with analysis-nori) to use instead of starting one"),
    CLAMD("HOST:PORT", "", "ClamAV daemon that every file is shown to; none without it"),

    AI_ENDPOINT(
            "URL",
            "",
            "Models that speak OpenAI's protocol (https://host/v1); without it a sandbox model is started here"),
    AI_API_KEY("SECRET", "", "Key of that endpoint"),
    AI_MODEL("NAME", "", "Model that is asked there"),
    AI_FALLBACKS("LIST", "", "Models that are asked when that one does not answer"),
    AI_PRICES("LIST", "", "What models cost: `model=read/written`, each for a million tokens"),
    AI_CURRENCY("CODE", "USD", "Currency of these prices"),
    AI_ALLOWANCE(
            "TOKENS",
            "2000000",
            "What an account may use in a day (UTC) that nobody allowed anything else"),
    PORT_SANDBOX("PORT", "18000", "Of the sandbox model started here"),

    MAX_FILE_BYTES("BYTES", "52428800", "Largest file taken in, at most 104857600"),
    FILE_TYPES("LIST", "pdf,doc,docx,ppt,pptx,xls,xlsx,txt,mp4,mov", "Files taken in"),
    CORS_ORIGINS("LIST", "", "Web origins whose pages may call the APIs"),

    PUBLIC_URL(
            "URL",
            "",
            "Where browsers reach the command API (https://host); without it OpenID Connect works on this machine only"),
    OIDC_PROVIDERS(
            "SECRET",
            "",
            "OpenID Connect providers to log in with: a JSON array of `{name, issuer, client_id, client_secret, scopes}`"),

    MASTER_KEY(
            "PATH",
            "",
            "File with the master keys of personal data; without it one is made in the data folder"),
    CLAIM_SECRET(
            "SECRET",
            "",
            "Key of unique values (32 bytes or more, Base64), for ever; without it one is made in the data folder"),

    S3_BUCKET("NAME", "", "Bucket for the files; without it they are in the data folder"),
    S3_ENDPOINT("URL", "", "Where the bucket is, unless at AWS"),
    S3_REGION("NAME", "us-east-1", "Region of the bucket"),
    S3_PREFIX("TEXT", "", "Begins the key of every object in the bucket"),
    S3_ACCESS_KEY("NAME", "", "Access key; without it the AWS environment or profile is asked"),
    S3_SECRET_KEY("SECRET", "", "Secret of the access key");

    private final String form;
    private final String fallback;
    private final String meaning;

    Setting(String form, String fallback, String meaning) {
        this.form = form;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /// The setting that a line of `sillok.properties` names.
    public static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
    }

    /// Its name in `sillok.properties`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Its name on the command line.
    public String flag() {
        return "--" + key();
    }

    /// Its name in the environment.
    public String variable() {
        return "SILLOK_" + name();
    }

    /// What a value looks like, in one word.
    public String form() {
        return form;
    }

    /// What it is when nobody sets it; may be empty.
    public String fallback() {
        return fallback;
    }

    /// What it is for, in one line.
    public String meaning() {
        return meaning;
    }

    /// Secrets have no flag: every user of the machine sees the command lines of all processes.
    public boolean isSecret() {
        return form.equals("SECRET");
    }

    /// `sillok.properties` is in the data folder, so it cannot say where that is.
    public boolean isInFile() {
        return this != DATA;
    }
}
