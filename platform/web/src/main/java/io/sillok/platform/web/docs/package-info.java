/// The API described to people and programs: OpenAPI 3.1 and Swagger UI.
@NullMarked
package io.sillok.platform.web.docs;

import org.jspecify.annotations.NullMarked;
