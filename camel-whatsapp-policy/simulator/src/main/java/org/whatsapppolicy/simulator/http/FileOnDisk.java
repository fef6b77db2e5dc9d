package org.whatsapppolicy.simulator.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.WriteStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whatsapppolicy.simulator.graph.UploadedFile;

/**
 * Puts one part of a multipart form on disk as it arrives, so that memory does not depend on its size, and takes its
 * digest on the way. What exceeds the longest file of all, and a little, is counted but not kept.
 */
final class FileOnDisk implements WriteStream<Buffer> {

    private static final long MOST_KEPT = 101L * 1024 * 1024;

    private final AsyncFile file;
    private final MessageDigest digest = sha256();
    private long size;

    private FileOnDisk(AsyncFile file) {
        this.file = file;
    }

    static Future<UploadedFile> receive(Vertx vertx, HttpServerFileUpload upload) {
        Pipe<Buffer> pipe = upload.pipe();
        return vertx.fileSystem()
                .createTempFile("whatsapp-simulator-", ".media")
                .compose(path -> vertx.fileSystem()
                        .open(path, new OpenOptions().setWrite(true).setTruncateExisting(true))
                        .compose(opened -> {
                            FileOnDisk disk = new FileOnDisk(opened);
                            return pipe.to(disk).map(done -> disk.finished(path, upload));
                        }))
                .onFailure(broken -> pipe.close());
    }

    private UploadedFile finished(String path, HttpServerFileUpload upload) {
        return new UploadedFile(
                Path.of(path),
                Objects.requireNonNullElse(upload.filename(), ""),
                Objects.requireNonNullElse(upload.contentType(), ""),
                size,
                HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public Future<Void> write(Buffer data) {
        size += data.length();
        if (size > MOST_KEPT) {
            return Future.succeededFuture();
        }
        digest.update(data.getBytes());
        return file.write(data);
    }

    @Override
    public void write(Buffer data, Handler<io.vertx.core.AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<io.vertx.core.AsyncResult<Void>> handler) {
        file.end(handler);
    }

    @Override
    public boolean writeQueueFull() {
        return file.writeQueueFull();
    }

    @Override
    public FileOnDisk exceptionHandler(@Nullable Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public FileOnDisk setWriteQueueMaxSize(int maxSize) {
        file.setWriteQueueMaxSize(maxSize);
        return this;
    }

    @Override
    public FileOnDisk drainHandler(@Nullable Handler<Void> handler) {
        file.drainHandler(handler);
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
