package io.sillok.standalone;

import io.sillok.standalone.cli.CommandLineTool;

/// The program `sillok`.
public final class Sillok {

    private Sillok() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineTool.run(arguments));
    }
}
