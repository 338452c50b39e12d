package org.lacrima.analysis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "y ~ 1 ; y ~ 1",
                "y ~ a + b ; y ~ a + b",
                "y ~ a*b ; y ~ a + b + a:b",
                "y~a:b+c ; y ~ c + a:b",
                "y ~ (a + b) * c ; y ~ a + b + c + a:c + b:c",
                "y ~ a * b * c - a:b:c ; y ~ a + b + c + a:b + a:c + b:c",
                "y ~ 0 + a ; y ~ 0 + a",
                "y ~ a - 1 ; y ~ 0 + a",
                "value ~ group * phase + age + (1 + time | participant) ; value ~ group + phase + age + group:phase +"
                        + " (1 + time | participant)",
                "y ~ a + (time | id) ; y ~ a + (1 + time | id)",
                "y ~ a + (0 + time | id) ; y ~ a + (0 + time | id)",
                "y ~ a + (1 + time || id) ; y ~ a + (1 | id) + (0 + time | id)",
                "y ~ (1 | lab/id) ; y ~ (1 | lab) + (1 | lab:id)",
                "y ~ (1 | a) + (1 | b) ; y ~ (1 | a) + (1 | b)",
                "`LF/HF` ~ `phase of film` ; `LF/HF` ~ `phase of film`",
            })
    void readsWhatRReads(String text, String understood) {
        assertThat(ModelFormula.parse(text)).hasToString(understood);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "y ; 2 ; '~'",
                "y ~ ; 4 ; a name",
                "y ~ a + ; 8 ; a name",
                "y ~ a b ; 7 ; +, -, *, : or the end",
                "~ a ; 1 ; the name of the response",
                "y ~ (1 | id ; 12 ; ')'",
                "y ~ a + (1 | ) ; 14 ; the name of a grouping",
                "y ~ log(a) ; 8 ; no function: add a column",
                "y ~ a + 2 ; 9 ; a name",
                "y ~ `a ; 5 ; closing backtick",
                "y ~ (0 | id) ; 13 ; something that varies",
                "y ~ a ^ b ; 7 ; +, -, *, : or the end",
            })
    void saysWhereAFormulaIsWrong(String text, int position, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFormula.parse(text))
                .withMessageContaining("position " + position + ":")
                .withMessageContaining(expected)
                .withMessageContaining(text);
    }

    @Test
    void namesTheColumnsItNeeds() {
        assertThat(ModelFormula.parse("y ~ a*b + (time | lab/id)").variables())
                .containsExactly("y", "a", "b", "time", "lab", "id");
    }
}
