@NullMarked
package io.sillok.platform.web;

import org.jspecify.annotations.NullMarked;
