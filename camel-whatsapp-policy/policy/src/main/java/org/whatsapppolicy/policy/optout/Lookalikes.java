package org.whatsapppolicy.policy.optout;

/** Letters and digits that look like a Latin letter. Letters come folded. */
final class Lookalikes {

    private static final String LETTERS = "аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxԁdһhӏlԛqԝwгrαaβbεeιiκkνvοoρpτtυuχxηnωwσo";
    private static final String DIGITS = "0o1l3e4a5s7t";

    private Lookalikes() {}

    /** Fills {@code into} with the Latin letters; false when a letter of another script looks like none of them. */
    static boolean latin(char[] letters, int start, int end, char[] into) {
        for (int i = start; i < end; i++) {
            char c = letters[i];
            char latin = c < 0x80 ? c : find(LETTERS, c);
            if (latin == 0) {
                return false;
            }
            into[i - start] = latin;
        }
        return true;
    }

    /** Fills {@code into} with the letters, digits replaced by the letter they stand for. */
    static boolean digits(char[] letters, int start, int end, char[] into) {
        for (int i = start; i < end; i++) {
            char c = letters[i];
            char letter = c >= '0' && c <= '9' ? find(DIGITS, c) : c;
            if (letter == 0) {
                return false;
            }
            into[i - start] = letter;
        }
        return true;
    }

    private static char find(String pairs, char c) {
        for (int i = 0; i < pairs.length(); i += 2) {
            if (pairs.charAt(i) == c) {
                return pairs.charAt(i + 1);
            }
        }
        return 0;
    }
}
