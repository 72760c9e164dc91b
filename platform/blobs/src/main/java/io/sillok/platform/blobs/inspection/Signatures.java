package io.sillok.platform.blobs.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the first bytes of a file give away. Pure.
final class Signatures {

    /// How many bytes from the start are enough to tell.
    static final int HEAD = 1024;

    private static final Pattern SHEBANG = Pattern.compile("^#![ \\t]*/");

    /// The EICAR test file is this at its very start, by definition of the test.
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final List<byte[]> PROGRAMS =
            List.of(
                    hex("7f454c46"), // ELF
                    hex("feedface"), // Mach-O
                    hex("feedfacf"),
                    hex("cefaedfe"),
                    hex("cffaedfe"),
                    hex("cafebabe"), // Mach-O for several processors, Java class
                    hex("4c0000000114020000000000c000000000000046")); // Windows shortcut

    private static final byte[] ZIP = hex("504b0304");
    private static final byte[] EMPTY_ZIP = hex("504b0506");
    private static final byte[] GZIP = hex("1f8b08");
    private static final byte[] COMPOUND = hex("d0cf11e0a1b11ae1");

    private Signatures() {}

    /// Names what must not be let in.
    static Optional<String> danger(byte[] head) {
        String text = new String(head, ISO_8859_1);
        if (text.stripLeading().startsWith(EICAR)) {
            return Optional.of("the EICAR test virus");
        }
        if (SHEBANG.matcher(text).find()) {
            return Optional.of("a script");
        }
        boolean program = isDosProgram(text) || PROGRAMS.stream().anyMatch(p -> starts(head, p));
        return program ? Optional.of("a program") : Optional.empty();
    }

    static boolean isZip(byte[] head) {
        return starts(head, ZIP) || starts(head, EMPTY_ZIP);
    }

    static boolean isGzip(byte[] head) {
        return starts(head, GZIP);
    }

    /// Whether it is an OLE2 compound file (MS-CFB), as doc, ppt and xls are.
    static boolean isCompound(byte[] head) {
        return starts(head, COMPOUND);
    }

    /// Readers of PDF tolerate something before the header (ISO 32000, annex H of 1.7).
    static boolean isPdf(byte[] head) {
        return new String(head, ISO_8859_1).contains("%PDF-");
    }

    static boolean startsAsPdf(byte[] head) {
        return new String(head, ISO_8859_1).startsWith("%PDF-");
    }

    /// Whether a film is of this type: its brand (ISO 14496-12) says so, or for QuickTime, which is
    /// older than brands, its first atom.
    static boolean isFilm(byte[] head, FileType type) {
        if (head.length < 12) {
            return false;
        }
        String atom = new String(head, 4, 4, ISO_8859_1);
        String brand = new String(head, 8, 4, ISO_8859_1);
        if (!atom.equals("ftyp")) {
            return type == FileType.MOV
                    && List.of("moov", "mdat", "wide", "free", "skip", "pnot").contains(atom);
        }
        boolean quickTime = brand.equals("qt  ");
        return quickTime ? type == FileType.MOV : type == FileType.MP4 && isFilmBrand(brand);
    }

    /// Still pictures and sound come in the same container.
    private static boolean isFilmBrand(String brand) {
        return !brand.startsWith("M4A")
                && !brand.startsWith("M4B")
                && !List.of("heic", "heix", "mif1", "msf1", "avif", "crx ").contains(brand);
    }

    /// A program's header has zeros in it; a Korean text that begins with "MZ세대" has none.
    private static boolean isDosProgram(String text) {
        return text.startsWith("MZ")
                && text.substring(0, Math.min(64, text.length())).indexOf(0) > 0;
    }

    private static boolean starts(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
