/// Accounts of a running platform, looked after from the command line as anybody else would: over
/// HTTP.
@NullMarked
package io.sillok.standalone.accounts;

import org.jspecify.annotations.NullMarked;
