package org.throughline.exchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.exchange.ImportForeignData;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.SourceRefused;
import org.throughline.kernel.Actor;
import org.throughline.workflow.ProgressJob;
import org.throughline.workflow.ProgressJobs;

/** {@code /api/exchange}: starts imports as jobs; ask {@code /api/jobs/{id}} how far they are and for the report. */
@RestController
@RequestMapping("/api/exchange")
class ExchangeController {

    private static final String KIND = "foreign-import";
    private static final String ADMINISTRATOR = "administrator";

    private final ImportForeignData importForeignData;
    private final ProgressJobs jobs;

    ExchangeController(ImportForeignData importForeignData, ProgressJobs jobs) {
        this.importForeignData = importForeignData;
        this.jobs = jobs;
    }

    /** 202 the job · 409 no such source, or the file cannot be read. */
    @PostMapping(path = "/{source}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProgressJob upload(@PathVariable String source, @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename() == null ? source : file.getOriginalFilename();
        return start(source, SourceFiles.of(name, file.getBytes()));
    }

    /** The same with a folder or file of the server; for administrators. */
    @PostMapping(path = "/{source}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProgressJob folder(@PathVariable String source, @RequestBody Folder folder) {
        if (!Actor.current().roles().contains(ADMINISTRATOR)) {
            throw SourceRefused.folderNotAllowed();
        }
        return start(source, SourceFiles.at(Path.of(folder.path())));
    }

    private ProgressJob start(String source, SourceFiles files) {
        if (!importForeignData.knows(source)) {
            throw SourceRefused.unknownSource(source);
        }
        return jobs.start(KIND, source, progress -> importForeignData.run(source, files, progress));
    }

    /** @param path on the server's machine */
    record Folder(String path) {}
}
