package org.throughline.workflow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordVerb;

/** Approvals, notices, acknowledgements and long jobs. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WorkflowGround {

    @Bean
    Schema workflowSchema() {
        return new Schema("workflow", 4);
    }

    @Bean
    RecordType approvalRuleType(ApprovalRuleCheck check) {
        return RecordType.of("approval-rule", "workflow.approval_rule")
                .labels("审批规则", "Approval rule")
                .room("workflow")
                .title("name")
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.text("record_type")
                        .labels("单据类型", "Record type")
                        .required()
                        .list())
                .field(Field.json("condition").labels("条件", "Condition"))
                .field(Field.json("steps").labels("审批步骤", "Steps").required())
                .field(Field.json("copies").labels("抄送", "Copies"))
                .field(Field.integer("priority").labels("优先级", "Priority").list())
                .field(Field.flag("active").labels("启用", "Active").list())
                .naturalKey("name")
                .defaultSort("record_type", "priority")
                .check(check)
                .build();
    }

    @Bean
    RecordType approvalType() {
        return RecordType.of("approval", "workflow.approval")
                .labels("审批", "Approval")
                .room("workflow")
                .title("title")
                .field(Field.text("title").labels("标题", "Title").search().list())
                .field(Field.price("amount")
                        .labels("金额", "Amount")
                        .unitFrom("currency")
                        .list())
                .field(Field.text("currency").labels("币种", "Currency"))
                .field(Field.text("record_type").labels("单据类型", "Record type").list())
                .field(Field.choice("state", "WAITING", "RETURNED", "GRANTED", "REJECTED", "WITHDRAWN")
                        .labels("状态", "State")
                        .choiceLabels(
                                "审批中",
                                "Waiting",
                                "已退回",
                                "Sent back",
                                "已批准",
                                "Approved",
                                "已驳回",
                                "Rejected",
                                "已撤回",
                                "Withdrawn")
                        .tones("amber", "amber", "green", "red", "grey")
                        .list())
                .field(Field.text("rule_name").labels("审批规则", "Rule").list())
                .field(Field.text("submitted_by_name")
                        .labels("提交人", "Submitted by")
                        .list())
                .field(Field.instant("submitted_at").labels("提交时间", "Submitted").list())
                .field(Field.instant("ended_at").labels("结束时间", "Ended").list())
                .defaultSort("-submitted_at")
                .writtenBy(RecordType.WrittenBy.USE_CASES)
                .verb(RecordVerb.of("approve")
                        .labels("批准", "Approve")
                        .post("/api/approvals/{id}/approve")
                        .when("state", "WAITING"))
                .verb(RecordVerb.of("reject")
                        .labels("驳回", "Reject")
                        .post("/api/approvals/{id}/reject")
                        .when("state", "WAITING"))
                .build();
    }
}
