package io.sillok.standalone.stage;

import java.io.PrintStream;

/// What a run of the tests reports to people.
public final class Figures {

    private Figures() {}

    public static void line(String text) {
        PrintStream out = System.out;
        out.println("[figures] " + text);
    }
}
