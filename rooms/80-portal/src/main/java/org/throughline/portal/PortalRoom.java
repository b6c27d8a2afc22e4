package org.throughline.portal;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Assembles room 80. It has no schema: it owns no facts. */
@Configuration
@ComponentScan
public class PortalRoom {}
