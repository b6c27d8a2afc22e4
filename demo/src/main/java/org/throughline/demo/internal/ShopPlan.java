package org.throughline.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The invented shop as it stands in {@code demo/shop.json}: who works there, on what, and what is made. */
record ShopPlan(
        SitePlan site,
        List<WorkCentrePlan> workCentres,
        List<GroupPlan> groups,
        List<BoughtPlan> bought,
        List<FamilyPlan> families,
        List<SimplePlan> simple,
        List<CustomerPlan> customers,
        List<SupplierPlan> suppliers,
        List<AccountPlan> accounts,
        List<TeamPlan> teams,
        List<SkillPlan> skills) {

    record SitePlan(String code, String name) {}

    record WorkCentrePlan(
            String code,
            String name,
            String nameEnglish,
            String kind,
            BigDecimal hourlyCost,
            String calendar,
            int capacity,
            List<MachinePlan> machines) {}

    record MachinePlan(String code, String name) {}

    record GroupPlan(
            String code,
            String name,
            String nameEnglish,
            @Nullable String workCentre) {}

    /** Bought material; {@code supplier} is a supplier's key. */
    record BoughtPlan(
            String code,
            String name,
            String nameEnglish,
            String specification,
            String unit,
            String group,
            BigDecimal price,
            int leadDays,
            String supplier,
            BigDecimal safety,
            BigDecimal multiple,
            boolean inspect) {}

    /** Products that differ in size only. The frame is welded of {@code parts}; {@code direct} parts go into assembly. */
    record FamilyPlan(
            String code,
            String name,
            String nameEnglish,
            List<Integer> sizes,
            BigDecimal price,
            FramePlan frame,
            List<PartPlan> parts,
            List<PartPlan> direct,
            List<HardwarePlan> hardware,
            List<OperationPlan> operations,
            List<OperationPlan> frameOperations) {}

    /** Parts sold as they are, made of one material in one work order; they differ in size only. */
    record SimplePlan(
            String code,
            String name,
            String nameEnglish,
            List<Integer> sizes,
            BigDecimal price,
            String material,
            BigDecimal perPiece,
            List<OperationPlan> operations,
            List<HardwarePlan> hardware) {}

    record FramePlan(String suffix, String name, String nameEnglish) {}

    record PartPlan(
            String suffix,
            String name,
            String nameEnglish,
            String material,
            BigDecimal perPiece,
            List<OperationPlan> operations,
            int count,
            String group) {}

    record HardwarePlan(String item, BigDecimal quantity) {}

    record OperationPlan(String workCentre, String name, BigDecimal setup, BigDecimal run) {}

    record CustomerPlan(String code, String name, String shortName, String contact, String address) {}

    record SupplierPlan(String code, String key, String name, String shortName) {}

    record AccountPlan(String username, String name, Set<String> roles) {}

    record TeamPlan(String code, String name, String leader, String workCentre, List<String> members) {}

    record SkillPlan(String code, String name) {}

    static ShopPlan read() {
        try (var stream = ShopPlan.class.getResourceAsStream("/demo/shop.json")) {
            if (stream == null) {
                throw new IllegalStateException("The resource demo/shop.json is missing.");
            }
            return JsonMapper.builder().build().readValue(stream, ShopPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
