package org.throughline.identity;

import java.util.Arrays;
import java.util.Optional;

/** The roles of a plant and of those who look in from outside. */
public enum Role {
    SALES("sales", "销售", "Sales", false),
    PLANNER("planner", "计划员", "Planner", false),
    BUYER("buyer", "采购员", "Buyer", false),
    WAREHOUSE("warehouse", "仓库管理员", "Warehouse", false),
    TEAM_LEADER("team-leader", "班组长", "Team leader", false),
    OPERATOR("operator", "操作工", "Operator", false),
    INSPECTOR("inspector", "质检员", "Inspector", false),
    MAINTENANCE("maintenance", "设备员", "Maintenance", false),
    ENGINEER("engineer", "工程师", "Engineer", false),
    FINANCE("finance", "财务", "Finance", false),
    MANAGER("manager", "经理", "Manager", false),
    PROJECT_MANAGER("project-manager", "项目经理", "Project manager", false),
    ADMINISTRATOR("administrator", "系统管理员", "Administrator", false),
    CUSTOMER("customer", "客户", "Customer", true),
    SUPPLIER("supplier", "供应商", "Supplier", true);

    private final String code;
    private final String chinese;
    private final String english;
    private final boolean external;

    Role(String code, String chinese, String english, boolean external) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
        this.external = external;
    }

    /** As kept in accounts and permissions, e.g. {@code team-leader}. */
    public String code() {
        return code;
    }

    /** Whether accounts of this role belong to a partner and see only its rows. */
    public boolean isExternal() {
        return external;
    }

    /** The role's name in {@code zh} or {@code en}. */
    public String label(String language) {
        return "zh".equals(language) ? chinese : english;
    }

    /** The role of this code, if there is one. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
