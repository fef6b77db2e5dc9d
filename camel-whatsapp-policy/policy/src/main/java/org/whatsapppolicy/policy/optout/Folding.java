package org.whatsapppolicy.policy.optout;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What each character counts as when texts are compared: its letter without case, width, style and accent, or one of the
 * marks below. The same table folds the data files and the inbound texts.
 */
final class Folding {

    static final char SEPARATOR = 0;
    /** Counts as if it were not there: invisible characters, accents, vowel points. */
    static final char DROPPED = 1;
    /** May end a clause: a comma, a line break. */
    static final char SOFT = 2;
    /** Ends a sentence. */
    static final char HARD = 3;

    static final char APOSTROPHE = 4;
    /** Counts as several letters, see {@link #expansion}. */
    static final char EXPANDED = 5;
    /** Not a letter by itself: the pair of surrogates is looked at. */
    static final char SURROGATE = 6;

    private static final int LONGEST_EXPANSION = 4;
    private static final String SMALL_CAPITALS = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";
    private static final String UNDECOMPOSED = "ıiøođdłlħhðdŧtƙkɓbɗdəeɛeɔoɩiςσکكیيےيہهھهەهٱاةهىي";
    private static final Map<Character, String> EXPANSIONS = new HashMap<>();
    private static final char[] TABLE = table();

    private Folding() {}

    static char of(char c) {
        return TABLE[c];
    }

    /** What an {@link #EXPANDED} character stands for. */
    static String expansion(char c) {
        return EXPANSIONS.getOrDefault(c, "");
    }

    /** A supplementary character: a folded letter, or {@link #SEPARATOR}, {@link #DROPPED}. */
    static char ofSupplementary(int codePoint) {
        if (in(codePoint, 0x1F130, 0x1F189) && (codePoint - 0x1F130) % 32 < 26) {
            return (char) ('a' + (codePoint - 0x1F130) % 32);
        }
        if (in(codePoint, 0xE0000, 0xE01EF) || in(codePoint, 0x1F3FB, 0x1F3FF)) {
            return DROPPED;
        }
        if (!Character.isLetterOrDigit(codePoint)) {
            return SEPARATOR;
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return plain.length() == 1 ? of(plain.charAt(0)) : SEPARATOR;
    }

    /** Whether words of this letter's script are written without spaces, so that every character is a token. */
    static boolean unspaced(char c) {
        return c >= 0x0E00
                && (c <= 0x0EFF
                        || in(c, 0x1000, 0x109F)
                        || in(c, 0x1780, 0x17FF)
                        || in(c, 0x3040, 0x30FF)
                        || in(c, 0x3400, 0x9FFF)
                        || in(c, 0xF900, 0xFAFF));
    }

    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int c = 0; c < table.length; c++) {
            table[c] = fold((char) c);
        }
        pairs(table, SMALL_CAPITALS);
        pairs(table, UNDECOMPOSED);
        expand(table, 'ß', "ss");
        expand(table, 'æ', "ae");
        expand(table, 'œ', "oe");
        expand(table, 'ẞ', "ss");
        expand(table, 'Æ', "ae");
        expand(table, 'Œ', "oe");
        marks(table, SOFT, ",،、，:()[]{}（）—–\n\r\u2028\u2029|/•");
        marks(table, HARD, ".!?;؟؛।॥。！？．…¡¿");
        marks(table, APOSTROPHE, "'’‘ʼ`´＇");
        // People leave the hamza out.
        table['ء'] = DROPPED;
        // Candrabindu and anusvara are written for one another.
        table['\u0901'] = '\u0902';
        return table;
    }

    private static char fold(char c) {
        if (Character.isSurrogate(c)) {
            return SURROGATE;
        }
        if (c == '\uFFFC' || c == '\uFFFD') {
            return SEPARATOR;
        }
        if (in(c, 0xAC00, 0xD7A3) || in(c, 0x3400, 0x9FFF)) {
            return c;
        }
        if (invisible(c)) {
            return DROPPED;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        String letters = letters(c);
        if (letters.length() > 1) {
            EXPANSIONS.put(c, letters);
            return EXPANDED;
        }
        return letters.isEmpty() ? (mark(c) ? DROPPED : SEPARATOR) : letters.charAt(0);
    }

    private static String letters(char c) {
        String composed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < composed.length(); i++) {
            char part = composed.charAt(i);
            String decomposed = in(part, 0x3040, 0x30FF) || in(part, 0xAC00, 0xD7A3)
                    ? String.valueOf(part)
                    : Normalizer.normalize(String.valueOf(part), Normalizer.Form.NFD);
            decomposed
                    .chars()
                    .filter(each -> !mark((char) each))
                    .filter(each -> Character.isLetterOrDigit(each) || combines((char) each))
                    .map(Character::toLowerCase)
                    .forEach(each -> letters.append((char) each));
        }
        return letters.length() > LONGEST_EXPANSION ? "" : letters.toString();
    }

    /** Accents, vowel points of Arabic and Hebrew, nuktas: what people leave out. */
    private static boolean mark(char c) {
        return in(c, 0x0300, 0x036F)
                || in(c, 0x1AB0, 0x1AFF)
                || in(c, 0x1DC0, 0x1DFF)
                || in(c, 0x20D0, 0x20FF)
                || in(c, 0xFE20, 0xFE2F)
                || in(c, 0x0591, 0x05BD)
                || (in(c, 0x05BF, 0x05C7) && c != 0x05C0 && c != 0x05C3 && c != 0x05C6)
                || in(c, 0x064B, 0x065F)
                || c == 0x0670
                || (in(c, 0x06D6, 0x06ED) && !Character.isLetter(c))
                || c == 0x0640
                || c == 0x093C
                || c == 0x09BC
                || c == 0x0A3C
                || c == 0x0ABC
                || c == 0x0B3C;
    }

    private static boolean in(int c, int first, int last) {
        return first <= c && c <= last;
    }

    private static boolean combines(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean invisible(char c) {
        return c == 0x00AD
                || c == 0x034F
                || c == 0x061C
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || in(c, 0x180B, 0x180F)
                || in(c, 0x200B, 0x200F)
                || in(c, 0x202A, 0x202E)
                || in(c, 0x2060, 0x206F)
                || c == 0x3164
                || in(c, 0xFE00, 0xFE0F)
                || c == 0xFEFF
                || c == 0xFFA0;
    }

    private static void pairs(char[] table, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
            table[Character.toUpperCase(pairs.charAt(i))] = pairs.charAt(i + 1);
        }
        // Upper case of the dotless i is the plain I.
        table['I'] = 'i';
    }

    private static void expand(char[] table, char c, String letters) {
        EXPANSIONS.put(c, letters);
        table[c] = EXPANDED;
    }

    private static void marks(char[] table, char mark, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = mark;
        }
    }
}
