package io.sillok.platform.web;

import io.dropwizard.core.Configuration;

/// A service's configuration as Dropwizard hands it around: the record with the settings, and what
/// of them concerns the web.
///
/// @param <S> the service's own settings
public final class ServiceConfiguration<S> extends Configuration {

    private final WebSettings web;
    private final S settings;

    public ServiceConfiguration(WebSettings web, S settings) {
        this.web = web;
        this.settings = settings;
    }

    public WebSettings web() {
        return web;
    }

    public S settings() {
        return settings;
    }
}
