package org.throughline.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything that controllers share. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebGround {}
