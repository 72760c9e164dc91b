package io.sillok.platform.testkit.samples;

import java.util.List;

/// What a sample file says, whatever its format.
///
/// @param pages each becomes a page, a chapter or a slide
public record SampleDocument(String title, String author, List<Page> pages) {

    public SampleDocument {
        pages = List.copyOf(pages);
    }

    /// A heading and lines below it, each short enough for one line.
    public record Page(String heading, List<String> lines) {

        public Page {
            lines = List.copyOf(lines);
        }
    }

    /// One page with these lines.
    public static SampleDocument of(String title, String... lines) {
        return new SampleDocument(title, "실록 연구소", List.of(new Page(title, List.of(lines))));
    }
}
