package io.sillok.standalone.stage;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Texts that must not be found, in every form in which they could have been written down: composed
/// and decomposed, in either case, escaped for JSON and for URLs, in Base64 at any offset, in
/// hexadecimal digits, in UTF-8 and UTF-16.
public final class Traces {

    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    public Traces(List<String> texts) {
        texts.forEach(this::add);
    }

    /// The forms that stand in these bytes.
    public Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        forms.forEach(
                (name, form) -> {
                    if (contains(bytes, form)) {
                        found.add(name);
                    }
                });
        return found;
    }

    private void add(String text) {
        for (Normalizer.Form normal : Normalizer.Form.values()) {
            String form = Normalizer.normalize(text, normal);
            for (String cased :
                    List.of(form, form.toLowerCase(Locale.ROOT), form.toUpperCase(Locale.ROOT))) {
                addForms(text, cased);
            }
        }
    }

    private void addForms(String text, String form) {
        addBytes(text, form, "as it is", form.getBytes(UTF_8));
        addBytes(text, form, "UTF-16BE", form.getBytes(UTF_16BE));
        addBytes(text, form, "UTF-16LE", form.getBytes(UTF_16LE));
        addBytes(text, form, "JSON", escaped(form, false).getBytes(UTF_8));
        addBytes(text, form, "JSON in JSON", escaped(escaped(form, false), true).getBytes(UTF_8));
        addBytes(text, form, "URL", URLEncoder.encode(form, UTF_8).getBytes(UTF_8));
        String hex = HexFormat.of().formatHex(form.getBytes(UTF_8));
        addBytes(text, form, "hex", hex.getBytes(UTF_8));
        addBytes(text, form, "HEX", hex.toUpperCase(Locale.ROOT).getBytes(UTF_8));
        for (String base64 : base64(form)) {
            addBytes(text, form, "Base64 " + base64, base64.getBytes(UTF_8));
            String urlSafe = base64.replace('+', '-').replace('/', '_');
            addBytes(text, form, "Base64 " + urlSafe, urlSafe.getBytes(UTF_8));
        }
    }

    private void addBytes(String text, String form, String how, byte[] bytes) {
        forms.put(text + " (" + form + ", " + how + ")", bytes);
    }

    /// What of the text does not depend on what stands around it, at each of the three offsets.
    private static List<String> base64(String text) {
        List<String> all = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            all.add(whole.substring(from, to));
        }
        return all;
    }

    private static String escaped(String text, boolean again) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                escaped.append('\\').append(letter);
            } else if (letter > '~' && !again) {
                escaped.append("\\u%04x".formatted((int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    /// Knuth, Morris and Pratt: segments are long, and there are many forms.
    private static boolean contains(byte[] text, byte[] form) {
        int[] back = new int[form.length];
        for (int i = 1, length = 0; i < form.length; i++) {
            while (length > 0 && form[i] != form[length]) {
                length = back[length - 1];
            }
            back[i] = form[i] == form[length] ? ++length : length;
        }
        for (int i = 0, matched = 0; i < text.length; i++) {
            while (matched > 0 && text[i] != form[matched]) {
                matched = back[matched - 1];
            }
            if (text[i] == form[matched] && ++matched == form.length) {
                return true;
            }
        }
        return false;
    }
}
