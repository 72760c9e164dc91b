/// The contract as files: writes JSON Schemas and the AsyncAPI document from the records, and
/// refuses changes that would break who reads or writes released messages. Part of the build, not
/// of any service.
@NullMarked
package io.sillok.schemas.contract;

import org.jspecify.annotations.NullMarked;
