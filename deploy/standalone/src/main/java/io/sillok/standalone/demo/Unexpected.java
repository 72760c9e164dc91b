package io.sillok.standalone.demo;

import io.sillok.standalone.LaunchFailure;

/// Makes the demo end when something is not as it should be.
final class Unexpected {

    private Unexpected() {}

    static void unless(boolean asItShouldBe, String finding) {
        if (!asItShouldBe) {
            throw of(finding);
        }
    }

    static LaunchFailure of(String finding) {
        return new LaunchFailure("this is not as it should be: " + finding);
    }
}
