/// What every HTTP service of the platform is made of: the server, its settings, its start and end.
@NullMarked
package io.sillok.platform.web;

import org.jspecify.annotations.NullMarked;
