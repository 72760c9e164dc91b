package io.sillok.standalone.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A bad connection to a service: it breaks after a random number of bytes, so and so often, and is
/// good from then on. Thread-safe.
public final class CuttingProxy implements AutoCloseable {

    private static final int BUFFER = 4 * 1024;

    private final ServerSocket door;
    private final URI target;
    private final Random random;
    private final int wanted;
    private final int longest;
    private final int pauseAt;
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger swallowed = new AtomicInteger();
    private final CountDownLatch resumed = new CountDownLatch(1);
    private volatile String poison = "";

    private CuttingProxy(
            ServerSocket door, URI target, Random random, int wanted, int longest, int pauseAt) {
        this.door = door;
        this.target = target;
        this.random = random;
        this.wanted = wanted;
        this.longest = longest;
        this.pauseAt = pauseAt;
    }

    /// Begins to listen.
    ///
    /// @param cuts how often it breaks
    /// @param longest the most bytes that a connection lets through to the service before it breaks
    /// @param pauseAt from so many cuts on nothing is let through until [#resume()]
    public static CuttingProxy to(URI target, Random random, int cuts, int longest, int pauseAt) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            CuttingProxy proxy = new CuttingProxy(door, target, random, cuts, longest, pauseAt);
            Thread _ = Thread.ofVirtual().name("cutting-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Breaks the connection instead of letting the first answer through that holds a text.
    public void swallow(String text) {
        poison = text;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// How often it broke so far, swallowed answers apart.
    public int cuts() {
        return cuts.get();
    }

    public int swallowed() {
        return swallowed.get();
    }

    public void resume() {
        resumed.countDown();
    }

    @Override
    public void close() {
        resumed.countDown();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread _ = Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (cuts.get() >= pauseAt) {
                resumed.await();
            }
            try (Socket service = new Socket(target.getHost(), target.getPort())) {
                Thread back = Thread.ofVirtual().start(() -> answer(service, client));
                send(client.getInputStream(), service.getOutputStream());
                service.shutdownOutput();
                back.join();
            }
        } catch (IOException _) {
            // one side is gone, so is the other now
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(InputStream from, OutputStream to) throws IOException {
        long left = cuts.get() < wanted ? 1 + random.nextInt(longest) : Long.MAX_VALUE;
        byte[] buffer = new byte[BUFFER];
        for (int read; (read = from.read(buffer)) >= 0; ) {
            to.write(buffer, 0, (int) Math.min(read, left));
            left -= read;
            if (left <= 0) {
                cuts.incrementAndGet();
                throw new IOException("cut");
            }
        }
    }

    private void answer(Socket service, Socket client) {
        byte[] buffer = new byte[BUFFER];
        try (service;
                client) {
            InputStream from = service.getInputStream();
            for (int read; (read = from.read(buffer)) >= 0; ) {
                if (isPoison(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                    swallowed.incrementAndGet();
                    return;
                }
                client.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException _) {
            // one side is gone, so is the other now
        }
    }

    private boolean isPoison(String answer) {
        return !poison.isEmpty() && swallowed.get() == 0 && answer.contains(poison);
    }
}
