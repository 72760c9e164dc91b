package io.sillok.platform.web.health;

/// Looks how one thing is that the service needs. May take its time and may throw: it runs in the
/// background, and not answering is an answer.
public interface Probe {

    /// The name of the check: `log`, `database`, `disk`.
    String name();

    Health look() throws Exception;

    /// A probe from a name and a look.
    static Probe of(String name, Look look) {
        return new Probe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health look() throws Exception {
                return look.look();
            }
        };
    }

    /// The look itself.
    interface Look {
        Health look() throws Exception;
    }
}
