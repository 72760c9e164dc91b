package io.sillok.standalone.accounts;

/// What somebody signs in with.
///
/// @param name user name or e-mail address
/// @param password never to be logged
public record Login(String name, String password) {

    /// Not the password.
    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
