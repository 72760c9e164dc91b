package io.sillok.queryapi;

import io.dropwizard.lifecycle.Managed;
import io.sillok.platform.blobs.BlobStore;
import io.sillok.platform.kafka.KafkaClients;
import io.sillok.platform.kafka.KafkaSettings;
import io.sillok.platform.stores.Postgres;
import io.sillok.platform.stores.Search;
import io.sillok.platform.stores.personal.FileMasterKey;
import io.sillok.platform.stores.personal.PersonKeyVault;
import io.sillok.queryapi.consistency.Barrier;
import io.sillok.queryapi.consistency.PositionStore;
import io.sillok.queryapi.consistency.PostgresPositions;
import io.sillok.queryapi.consistency.SearchPositions;
import io.sillok.queryapi.consistency.View.Store;
import io.sillok.queryapi.engines.ReadModel;
import io.sillok.queryapi.log.Epoch;
import io.sillok.queryapi.log.EventLog;
import io.sillok.queryapi.log.LogEnd;
import io.sillok.queryapi.log.LogTimes;
import io.sillok.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/// Everything that reads are answered from. Thread-safe; closed with the service.
///
/// @param persons the keys of personal data
/// @param positions where the views of each store stand
record Sources(
        KafkaSettings kafka,
        BlobStore blobs,
        Postgres postgres,
        ReadModel readModel,
        PersonKeyVault persons,
        Search search,
        Admin admin,
        LogEnd logEnd,
        LogTimes logTimes,
        Epoch epoch,
        EventLog log,
        Map<Store, PositionStore> positions)
        implements Managed {

    private static final Duration LOG_PATIENCE = Duration.ofSeconds(3);

    /// Connects to nothing yet, except that the files must be there.
    static Sources open(QueryApiSettings settings) {
        KafkaSettings kafka = settings.kafka();
        BlobStore blobs = settings.files().open();
        Admin admin = new KafkaClients(kafka).admin("query-api");
        Postgres postgres =
                Postgres.open(settings.postgres(), "query-api", settings.databaseConnections());
        ReadModel readModel = new ReadModel(postgres.jdbi());
        Search search = Search.open(settings.openSearch());
        return new Sources(
                kafka,
                blobs,
                postgres,
                readModel,
                new PersonKeyVault(postgres, FileMasterKey.in(settings.masterKey())),
                search,
                admin,
                new LogEnd(
                        admin,
                        kafka,
                        Stream.concat(Topics.COMMANDS.stream(), Topics.EVENTS.stream()).toList(),
                        LOG_PATIENCE),
                new LogTimes(kafka),
                new Epoch(admin),
                new EventLog(kafka, settings.logReadings()),
                Map.of(
                        Store.POSTGRES, new PostgresPositions(readModel),
                        Store.OPENSEARCH, new SearchPositions(search, kafka)));
    }

    /// What holds reads back until their view is fresh enough.
    ///
    /// @param patience for how long at most
    Barrier barrier(Duration patience) {
        return new Barrier(kafka, patience, new Barrier.Log(epoch::get, logEnd::now), positions);
    }

    @Override
    public void stop() {
        logTimes.close();
        postgres.close();
        search.close();
        admin.close(LOG_PATIENCE);
    }
}
