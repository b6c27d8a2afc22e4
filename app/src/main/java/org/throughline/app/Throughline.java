package org.throughline.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Assembles the rooms into one process. */
@SpringBootApplication(scanBasePackages = "org.throughline")
public class Throughline {

    /** {@code --data DIR}, {@code --port N}, {@code --empty}; or a command such as {@code backup FILE}. */
    public static void main(String[] arguments) {
        int code = CommandLine.run(arguments);
        if (code != CommandLine.RUNNING) {
            System.exit(code);
        }
    }
}
