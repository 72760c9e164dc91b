@NullMarked
package io.sillok.processors.generation.model;

import org.jspecify.annotations.NullMarked;
