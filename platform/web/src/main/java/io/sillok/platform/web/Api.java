package io.sillok.platform.web;

/// Where the API's resources stand.
public final class Api {

    /// Before the path of every resource. Health, metrics and docs stand beside it.
    public static final String BASE = "/api/v1";

    private Api() {}
}
