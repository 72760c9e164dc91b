package io.sillok.standalone.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;

/// The files in which a broker on this machine keeps its topics, read apart from the broker.
///
/// @param folder of the broker's log
public record SegmentFiles(Path folder) {

    /// Those of the one broker behind these settings.
    public static SegmentFiles of(KafkaSettings settings) {
        try (Admin admin = new KafkaClients(settings).admin("segments")) {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            var folders = admin.describeLogDirs(List.of(broker)).allDescriptions().get();
            var ofTheBroker = requireNonNull(folders.get(broker)).keySet();
            return new SegmentFiles(Path.of(ofTheBroker.iterator().next()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where its files are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The segments of every topic whose name begins so: also those of changelogs.
    public List<Path> of(String topics) {
        try (Stream<Path> partitions = Files.list(folder)) {
            return partitions
                    .filter(partition -> partition.getFileName().toString().startsWith(topics))
                    .flatMap(SegmentFiles::segments)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> segments(Path partition) {
        try (Stream<Path> files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every byte of a segment as it lies on the disk, and after it keys, headers and values of its
    /// records out of their batches, which may be compressed.
    public static byte[] content(Path segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileRecords records = FileRecords.open(segment.toFile())) {
            bytes.write(Files.readAllBytes(segment));
            for (RecordBatch batch : records.batches()) {
                for (Record record : batch) {
                    write(record, bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Record record, ByteArrayOutputStream into) throws IOException {
        if (record.hasKey()) {
            into.write(bytes(record.key()));
        }
        for (Header header : record.headers()) {
            into.write(header.key().getBytes(UTF_8));
            if (header.value() != null) {
                into.write(header.value());
            }
        }
        if (record.hasValue()) {
            into.write(bytes(record.value()));
        }
        into.write('\n');
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
