package org.throughline.exchange.internal.adventureworks;

import java.util.Map;
import java.util.Optional;

/** The unit codes of AdventureWorks in UN/ECE Recommendations 20 and 21. */
final class UnitCodes {

    /** Ounces are those of weight: paint is bought by the gallon, but no density is given to go between them. */
    private static final Map<String, String> RECOMMENDED = Map.ofEntries(
            Map.entry("BOX", "XBX"),
            Map.entry("BTL", "XBO"),
            Map.entry("C", "CEL"),
            Map.entry("CAN", "XCI"),
            Map.entry("CAR", "XCT"),
            Map.entry("CBM", "MTQ"),
            Map.entry("CCM", "CMQ"),
            Map.entry("CDM", "DMQ"),
            Map.entry("CM", "CMT"),
            Map.entry("CM2", "CMK"),
            Map.entry("CR", "XCR"),
            Map.entry("CS", "XCS"),
            Map.entry("CTN", "XCN"),
            Map.entry("DM", "DMT"),
            Map.entry("DZ", "DZN"),
            Map.entry("EA", "EA"),
            Map.entry("FT3", "FTQ"),
            Map.entry("G", "GRM"),
            Map.entry("GAL", "GLL"),
            Map.entry("IN", "INH"),
            Map.entry("KG", "KGM"),
            Map.entry("KGV", "KMQ"),
            Map.entry("KM", "KMT"),
            Map.entry("KT", "KTN"),
            Map.entry("L", "LTR"),
            Map.entry("LB", "LBR"),
            Map.entry("M", "MTR"),
            Map.entry("M2", "MTK"),
            Map.entry("M3", "MTQ"),
            Map.entry("MG", "MGM"),
            Map.entry("ML", "MLT"),
            Map.entry("MM", "MMT"),
            Map.entry("OZ", "ONZ"),
            Map.entry("PAK", "XPK"),
            Map.entry("PAL", "XPX"),
            Map.entry("PC", "H87"),
            Map.entry("PCT", "P1"),
            Map.entry("PT", "PTL"));

    private UnitCodes() {}

    /** @param code without the trailing spaces of the files */
    static Optional<String> recommended(String code) {
        return Optional.ofNullable(RECOMMENDED.get(code));
    }
}
