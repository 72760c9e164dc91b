package io.sillok.platform.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/// Which log this is. Positions of one epoch mean nothing in another: a log that was set up anew
/// starts again at offset 0.
///
/// @param value the id of the Kafka cluster
public record LogEpoch(String value) {

    private static final int SECONDS = 5;

    public LogEpoch {
        if (!value.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("not the id of a cluster");
        }
    }

    /// Asks the log which one it is.
    ///
    /// @throws LogUnavailable when it does not answer within a few seconds
    public static LogEpoch of(Admin admin) {
        try {
            return new LogEpoch(admin.describeCluster().clusterId().get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new LogUnavailable("the log does not say which one it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while asking the log which one it is", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
