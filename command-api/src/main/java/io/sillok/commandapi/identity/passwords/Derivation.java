package io.sillok.commandapi.identity.passwords;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Turns a password and a salt into bytes that do not lead back.
interface Derivation {

    /// The bytes.
    ///
    /// @param length of the result in bytes
    byte[] derive(byte[] password, byte[] salt, Cost cost, int length);

    /// Argon2id, version 1.3 (RFC 9106).
    static byte[] argon2id(byte[] password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memory())
                        .withIterations(cost.passes())
                        .withParallelism(cost.lanes())
                        .withSalt(salt)
                        .build());
        byte[] result = new byte[length];
        generator.generateBytes(password, result);
        return result;
    }
}
