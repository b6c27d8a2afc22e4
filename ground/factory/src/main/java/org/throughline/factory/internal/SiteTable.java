package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Site;
import org.throughline.factory.Sites;

/** {@code factory.site}. */
@Repository
class SiteTable implements Sites {

    private final MasterTable<Site> table;

    SiteTable(JdbcClient jdbc) {
        this.table = new MasterTable<>(
                jdbc,
                "site",
                "factory.site",
                "code",
                Site::id,
                (row, index) -> new Site(
                        id(row, "id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("zone"),
                        row.getInt("version")));
    }

    @Override
    public Site get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<Site> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public List<Site> all() {
        return table.all();
    }

    @Override
    @Transactional
    public Site save(Site site) {
        return table.save(
                site.id(),
                site.code(),
                site.version(),
                Columns.of("code", site.code(), "name", site.name(), "zone", site.zone()));
    }
}
