package io.sillok.platform.blobs;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where an S3 bucket is.
///
/// @param endpoint empty for AWS itself; then or otherwise addressed by path
/// @param region as the endpoint calls it, `us-east-1` when it does not care
/// @param bucket must exist
/// @param prefix of every object's key, such as `sillok/`; may be empty
/// @param credentials empty: those of the environment (variables, profile, instance role)
/// @param staging local folder for bytes on their way in
public record S3Settings(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        Optional<Credentials> credentials,
        Path staging) {

    /// An access key. Its text form hides the secret.
    public record Credentials(String accessKey, String secretKey) {

        /// The two parts as they were set, each on its own.
        ///
        /// @throws IllegalArgumentException when one is there without the other
        public static Optional<Credentials> of(
                Optional<String> accessKey, Optional<String> secretKey) {
            if (accessKey.isPresent() != secretKey.isPresent()) {
                throw new IllegalArgumentException(
                        "an S3 access key and its secret key belong together: give both or none");
            }
            return accessKey.flatMap(key -> secretKey.map(secret -> new Credentials(key, secret)));
        }

        @Override
        public String toString() {
            return "Credentials[accessKey=" + accessKey + "]";
        }
    }
}
