package org.throughline.order.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.workflow.ApprovalSubject;

/** What approvers of an order read and rules may ask about. */
@Configuration(proxyBeanMethods = false)
class OrderApproval {

    @Bean
    ApprovalSubject orderApprovalSubject() {
        return new ApprovalSubject(
                "sales-order",
                List.of(
                        Field.text("customer").labels("客户", "Customer"),
                        Field.price("amount").labels("含税金额", "Amount with tax"),
                        Field.price("amount_net").labels("未税金额", "Amount without tax"),
                        Field.choice("order_class", "STABLE", "RUSH")
                                .labels("订单类别", "Class")
                                .choiceLabels("稳定单", "Stable", "急单", "Rush"),
                        Field.text("items").labels("物料", "Items"),
                        Field.integer("lines").labels("行数", "Lines"),
                        Field.date("requested").labels("最早要求交期", "First requested date"),
                        Field.choice("late", "yes", "no")
                                .labels("测算晚于要求", "Computed later than requested")
                                .choiceLabels("是", "Yes", "否", "No")));
    }
}
