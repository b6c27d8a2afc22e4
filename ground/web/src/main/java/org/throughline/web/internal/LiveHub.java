package org.throughline.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.database.Notifications;
import org.throughline.kernel.Actor;
import org.throughline.web.OpenToPartners;
import tools.jackson.databind.json.JsonMapper;

/** Passes what the database tells on to the open pages of the same organisation. */
@Component
class LiveHub implements Notifications.Listener {

    private static final String EVERYTHING = "*";

    private final List<LivePage> pages = new CopyOnWriteArrayList<>();
    private final Set<String> partnerTables;
    private final JsonMapper json;

    LiveHub(
            ObjectProvider<Notifications> notifications,
            ObjectProvider<OpenToPartners> openToPartners,
            JsonMapper json) {
        this.partnerTables = openToPartners.stream().map(OpenToPartners::table).collect(Collectors.toUnmodifiableSet());
        this.json = json;
        notifications.ifAvailable(source -> source.hear(this));
    }

    /** A page of the current actor listens from now on, until it is closed. */
    LivePage open() {
        var page = new LivePage(Actor.current(), json, pages::remove);
        pages.add(page);
        return page;
    }

    @Override
    public void told(String payload) {
        var told = json.readTree(payload);
        var table = told.path("t").asString();
        var organisation = told.path("o").asString("");
        var ids = told.path("ids").isArray() ? new ArrayList<String>() : null;
        if (ids != null) {
            told.path("ids").forEach(id -> ids.add(id.asString()));
        }
        for (var page : pages) {
            if (organisation.isEmpty()
                    || organisation.equals(page.actor().organisation().toString())) {
                if (page.actor().partner() == null) {
                    page.changed(table, ids);
                } else if (partnerTables.contains(table) || table.equals(EVERYTHING)) {
                    page.changed(table, null);
                }
            }
        }
    }

    @Override
    public void mayHaveMissed() {
        pages.forEach(page -> page.changed(EVERYTHING, null));
    }
}
