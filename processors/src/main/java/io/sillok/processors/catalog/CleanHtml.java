package io.sillok.processors.catalog;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Safelist;

/// HTML that may be put into any page: a few tags of running text, no attributes, all else escaped
/// or gone. Of a tag that is not allowed the text stays; of a script or style sheet nothing does.
///
/// The input is parsed as a browser parses it (WHATWG HTML) and written anew from the tree, so what
/// a browser makes of the output is what was allowed. Cleaning what is clean changes nothing. Pure.
final class CleanHtml {

    private static final Safelist ALLOWED =
            Safelist.none()
                    .addTags("p", "br", "strong", "em", "u", "h1", "h2", "h3", "ul", "ol", "li");
    private static final int MOST_ROUNDS = 10;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private CleanHtml() {}

    /// What is left of it, without blanks around.
    ///
    /// Tags nested in a way that HTML does not allow are moved by the next parser. So it is cleaned
    /// until nothing moves, which is two rounds for almost everything; what never comes to rest is
    /// kept as text.
    static String of(String typed) {
        String clean = once(typed, ALLOWED);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String again = once(clean, ALLOWED);
            if (again.equals(clean)) {
                return clean;
            }
            clean = again;
        }
        return once(clean, Safelist.none());
    }

    /// True when a reader would see nothing.
    static boolean isBlank(String clean) {
        return Jsoup.parseBodyFragment(clean).text().isBlank();
    }

    private static String once(String html, Safelist allowed) {
        OutputSettings asItStands =
                new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return CONTROL.matcher(Jsoup.clean(html, "", allowed, asItStands)).replaceAll("").strip();
    }
}
