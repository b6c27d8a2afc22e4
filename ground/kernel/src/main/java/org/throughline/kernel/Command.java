package org.throughline.kernel;

import java.util.List;
import java.util.function.Consumer;

/**
 * A word after {@code ./run} that does one thing and ends, e.g. {@code ./run check-stock}. A module offers it as a bean;
 * it runs as the system, beside a running server or without one.
 */
public interface Command {

    /** The word, e.g. {@code check-stock}. */
    String name();

    /** One line of help with the arguments, e.g. {@code check-stock — derives all balances again and compares}. */
    String help();

    /**
     * Does it.
     *
     * @param arguments after the word
     * @param tell      prints one line
     * @return whether it went well; becomes the exit code
     * @throws RuleViolation if it is refused; sentence and advice are printed
     */
    boolean run(List<String> arguments, Consumer<String> tell);
}
