package io.sillok.schemas.wire;

/// The record headers: CloudEvents 1.0 attributes and extensions in Kafka binary mode, and W3C
/// `traceparent`.
public final class Headers {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";
    public static final String CORRELATION = "ce_correlationid";
    public static final String CAUSATION = "ce_causationid";
    public static final String ACTOR = "ce_actor";
    public static final String ROLES = "ce_actorroles";
    public static final String SEQUENCE = "ce_sequence";
    public static final String CHAIN = "ce_chain";
    public static final String EXPECTED_VERSION = "ce_expectedversion";
    public static final String IDEMPOTENCY_KEY = "ce_idempotencykey";
    public static final String FINGERPRINT = "ce_fingerprint";

    private Headers() {}
}
